package io.github.rustfit.trial.tune;

import java.util.List;
import java.util.Set;

/** Collectors of HotSpot that are worth a try. */
enum Collector {
  PARALLEL(
      "ParallelGC",
      Set.of("Parallel"),
      "it does no work beside the program, and its barriers cost least"),
  SERIAL("SerialGC", Set.of("Serial"), "it has no threads and tables of its own"),
  G1("G1", Set.of("G1"), "short pauses at moderate cost"),
  ZGC("ZGC", Set.of("ZGC", "Generational ZGC"), "pauses that do not grow with the heap"),
  SHENANDOAH(
      "Shenandoah",
      Set.of("Shenandoah", "Generational Shenandoah"),
      "pauses that do not grow with the heap");

  /** The first with generational ZGC, the first that has no other, and the first by default. */
  private static final int GENERATIONAL_ZGC = 21;

  private static final int GENERATIONAL_ONLY = 23;

  /** JEP 521. */
  private static final int GENERATIONAL_SHENANDOAH = 25;

  private final String title;
  private final Set<String> printed;
  private final String why;

  Collector(String title, Set<String> printed, String why) {
    this.title = title;
    this.printed = printed;
    this.why = why;
  }

  /** What it is called here. */
  String title() {
    return title;
  }

  /** Names that its log has for it. */
  boolean isPrintedAs(String name) {
    return printed.contains(name);
  }

  /** What speaks for it. */
  String why() {
    return why;
  }

  /** Whether it is worth a try there; which builds lack it is seen when it is refused. */
  boolean on(Jdk jdk) {
    return switch (this) {
      case ZGC -> jdk.feature() >= 15;
      case SHENANDOAH -> jdk.feature() >= GENERATIONAL_SHENANDOAH;
      default -> true;
    };
  }

  List<String> options(Jdk jdk) {
    return switch (this) {
      case PARALLEL -> List.of("-XX:+UseParallelGC");
      case SERIAL -> List.of("-XX:+UseSerialGC");
      case G1 -> List.of("-XX:+UseG1GC");
      case ZGC ->
          jdk.feature() >= GENERATIONAL_ZGC && jdk.feature() < GENERATIONAL_ONLY
              ? List.of("-XX:+UseZGC", "-XX:+ZGenerational")
              : List.of("-XX:+UseZGC");
      case SHENANDOAH -> List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational");
    };
  }
}

package io.github.rustfit.engine.promise;

import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What Java itself offers against a broken promise, in the order in which it is worth a try, and
 * what of it was tried.
 *
 * @param rungs in that order
 */
public record Ladder(List<Rung> rungs) {

  /**
   * One of them.
   *
   * @param remedy what it is
   * @param tried whether it was; declared, or seen in the recordings
   * @param seen what shows that it was not, within a sentence; empty where it is not known or was
   * @param how what to do
   */
  public record Rung(Remedy remedy, Answer tried, String seen, String how) {}

  private static final List<Remedy> START_UP =
      List.of(Remedy.AOT_CACHE, Remedy.SERIAL_COLLECTOR, Remedy.FIRST_TIER, Remedy.NATIVE_IMAGE);

  private static final List<Remedy> MEMORY =
      List.of(
          Remedy.SIZED_HEAP,
          Remedy.SERIAL_COLLECTOR,
          Remedy.COMPACT_HEADERS,
          Remedy.FIRST_TIER,
          Remedy.NATIVE_IMAGE);

  /** The first with an AOT cache. */
  private static final int AOT = 24;

  /** The first in which training and use are one flag each. */
  private static final int ONE_STEP = 25;

  /** The first whose AOT cache goes with any collector. */
  private static final int ANY_COLLECTOR = 26;

  /** The first in which compact object headers are a product. */
  private static final int COMPACT = 25;

  /** The first that has them by default. */
  private static final int COMPACT_BY_DEFAULT = 27;

  private static final double MIB = 1 << 20;

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /** Against slow starts. */
  public static Ladder ofStartUp(RuleContext context) {
    return of(START_UP, context);
  }

  /** Against too much memory. */
  public static Ladder ofMemory(RuleContext context) {
    return of(MEMORY, context);
  }

  private static Ladder of(List<Remedy> remedies, RuleContext context) {
    Setup setup = Setup.of(context);
    List<Rung> rungs = new ArrayList<>();
    for (Remedy remedy : remedies) {
      Rung rung = rung(remedy, setup, context);
      boolean declared = context.policy().targets().tried().contains(remedy);
      rungs.add(declared ? new Rung(remedy, Answer.YES, "", rung.how()) : rung);
    }
    return new Ladder(rungs);
  }

  /** Whether all of it was tried: no as soon as one certainly was not. */
  public Answer tried() {
    return rungs.stream().map(Rung::tried).reduce(Answer.YES, Answer::and);
  }

  /** Those that were certainly not tried. */
  public List<Rung> untried() {
    return rungs.stream().filter(rung -> rung.tried() == Answer.NO).toList();
  }

  private static Rung rung(Remedy remedy, Setup setup, RuleContext context) {
    return switch (remedy) {
      case SIZED_HEAP -> sizedHeap(context);
      case SERIAL_COLLECTOR ->
          new Rung(
              remedy,
              setup.collectors.isEmpty()
                  ? Answer.UNKNOWN
                  : setup.collectors.equals(new TreeSet<>(List.of("Serial")))
                      ? Answer.YES
                      : Answer.NO,
              "the collector is " + String.join(", ", setup.collectors),
              "Run it with -XX:+UseSerialGC, which has no threads and tables of its own"
                  + (setup.jdk.orElse(0) >= COMPACT_BY_DEFAULT
                      ? " (from JDK 27 on a small machine no longer makes the JVM choose it,"
                          + " JEP 523)"
                      : ""));
      case COMPACT_HEADERS -> compactHeaders(setup);
      case AOT_CACHE ->
          new Rung(
              remedy,
              setup.has("-XX:AOTCache", "-XX:SharedArchiveFile", "-XX:+AutoCreateSharedArchive"),
              "the JVM was started without -XX:AOTCache or an archive of shared classes",
              aotCache(setup.jdk));
      case FIRST_TIER ->
          new Rung(
              remedy,
              setup.has("-XX:TieredStopAtLevel=1"),
              "the JVM was started without -XX:TieredStopAtLevel=1",
              "Run it with -XX:TieredStopAtLevel=1, which compiles once and keeps no profiles; what"
                  + " runs for long is then slower");
      case NATIVE_IMAGE ->
          new Rung(
              remedy,
              Answer.NO,
              "no native image is declared as tried (targets.tried)",
              "Build a native image of the same code with GraalVM, and record what it takes");
    };
  }

  private static Rung sizedHeap(RuleContext context) {
    GcSummary gc = context.gc();
    double limit = gc.maxHeapBytes() / MIB;
    double live = gc.largestLiveBytes() / MIB;
    double wanted =
        context.policy().targets().residentMiB().map(Target::limit).orElse(Double.MAX_VALUE);
    double sized = EconomicsBasis.SIZED.value() * live;
    Answer tried =
        limit == 0
            ? Answer.UNKNOWN
            : limit > wanted || (live > 0 && limit > sized)
                ? Answer.NO
                : live > 0 ? Answer.YES : Answer.UNKNOWN;
    String seen =
        "the heap may grow to "
            + Format.bytes(gc.maxHeapBytes())
            + (live > 0
                ? ", and at most " + Format.bytes(gc.largestLiveBytes()) + " were live"
                : ", more than the whole process may take");
    String how =
        live > 0
            ? "Set -Xmx"
                + Math.max(8, Math.round(sized))
                + "m, "
                + Format.number(EconomicsBasis.SIZED.value())
                + " times what is live"
            : "Set -Xmx well below the target, and attach a GC log that shows what is live";
    return new Rung(Remedy.SIZED_HEAP, tried, seen, how);
  }

  private static Rung compactHeaders(Setup setup) {
    int jdk = setup.jdk.orElse(0);
    Answer tried =
        jdk == 0
            ? Answer.UNKNOWN
            : jdk >= COMPACT_BY_DEFAULT
                ? setup.options.contains("-XX:-UseCompactObjectHeaders") ? Answer.NO : Answer.YES
                : jdk < COMPACT ? Answer.NO : setup.has("-XX:+UseCompactObjectHeaders");
    return new Rung(
        Remedy.COMPACT_HEADERS,
        tried,
        jdk < COMPACT
            ? "the JVM is JDK " + jdk
            : "the JVM was started without -XX:+UseCompactObjectHeaders",
        jdk >= COMPACT_BY_DEFAULT
            ? "Remove -XX:-UseCompactObjectHeaders"
            : "Run JDK 25 or newer with -XX:+UseCompactObjectHeaders (JEP 519)");
  }

  private static String aotCache(OptionalInt jdk) {
    int feature = jdk.orElse(0);
    if (feature >= ONE_STEP) {
      return "Train it once with -XX:AOTCacheOutput=app.aot and start it with -XX:AOTCache=app.aot"
          + " (JEP 483, 514, 515"
          + (feature >= ANY_COLLECTOR
              ? "; with any collector, JEP 516)"
              : "; not with ZGC before JDK 26, JEP 516)");
    }
    return feature == AOT
        ? "Train it with -XX:AOTMode=record and -XX:AOTMode=create, and start it with"
            + " -XX:AOTCache=app.aot (JEP 483), or run JDK 25, where one flag trains it (JEP 514)"
        : "Run JDK 25 with an AOT cache (-XX:AOTCacheOutput=app.aot, then -XX:AOTCache=app.aot;"
            + " JEP 483, 514, 515), or share class data (-XX:ArchiveClassesAtExit=app.jsa, then"
            + " -XX:SharedArchiveFile=app.jsa)";
  }

  /** How the recorded JVMs were started. */
  private record Setup(
      OptionalInt jdk,
      SortedSet<String> collectors,
      boolean optionsKnown,
      SortedSet<String> options) {

    static Setup of(RuleContext context) {
      ProcessFacts process = context.profile().facts().process();
      SortedSet<String> options = new TreeSet<>(process.options());
      options.addAll(context.gc().details().setup().flags());
      return new Setup(
          JdkFeature.oldest(context),
          context.gc().collectors(),
          process.optionsKnown() || !context.gc().details().setup().flags().isEmpty(),
          options);
    }

    /** Whether one of these was given, with or without a value behind it. */
    Answer has(String... names) {
      for (String name : names) {
        if (options.stream().anyMatch(one -> one.equals(name) || one.startsWith(name + "="))) {
          return Answer.YES;
        }
      }
      return optionsKnown ? Answer.NO : Answer.UNKNOWN;
    }
  }
}

package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which collector one JVM runs: as it says at its start, else as its lines betray. */
final class CollectorName {

  static final String Z = "ZGC";
  static final String SHENANDOAH = "Shenandoah";
  static final String G1 = "G1";
  static final String CMS = "CMS";
  static final String EPSILON = "Epsilon";
  static final String PARALLEL = "Parallel";
  static final String SERIAL = "Serial";

  /** The serial collector of GraalVM native images, which is not HotSpot's. */
  static final String NATIVE = "Native Image Serial";

  /** What G1 calls its young collections; no cause. */
  static final Set<String> G1_KINDS =
      Set.of("Normal", "Mixed", "Prepare Mixed", "Concurrent Start");

  private static final String GENERATIONAL = "Generational ";

  /** What the JVM prints behind {@code Using}, and the name for it. */
  private static final Map<byte[], String> PRINTED =
      Map.of(
          Cursor.ascii("The Z Garbage Collector"), Z,
          Cursor.ascii("Concurrent Mark Sweep"), CMS,
          Cursor.ascii("G1"), G1,
          Cursor.ascii("Shenandoah"), SHENANDOAH,
          Cursor.ascii("Epsilon"), EPSILON,
          Cursor.ascii("Parallel"), PARALLEL,
          Cursor.ascii("Serial"), SERIAL);

  private @Nullable String declared;
  private @Nullable String inferred;
  private boolean generational;

  /** The name for what stands at the cursor, up to its end; {@code null} for no collector. */
  static @Nullable String of(Cursor printed) {
    for (Map.Entry<byte[], String> collector : PRINTED.entrySet()) {
      if (printed.skip(collector.getKey())) {
        printed.spaces();
        return printed.at == printed.end ? collector.getValue() : null;
      }
    }
    return null;
  }

  void declare(String name) {
    declared = name;
  }

  void infer(String name) {
    inferred = name;
  }

  /**
   * Infers it from a pause.
   *
   * @param pause name of the pause, {@code Pause Young}
   * @param first first group in parentheses, {@code Normal}
   * @param last last group in parentheses, {@code G1 Evacuation Pause}
   */
  void infer(String pause, String first, String last) {
    switch (pause) {
      case "Pause Mark Start", "Pause Mark End", "Pause Relocate Start" -> infer(Z);
      case "Pause Cleanup", "Pause Mixed" -> infer(G1);
      case "Pause Incremental GC", "Pause Full GC" -> infer(NATIVE);
      case "Pause Initial Mark" -> infer(last.isEmpty() ? CMS : G1);
      case "Pause Init Mark",
          "Pause Final Mark",
          "Pause Init Update Refs",
          "Pause Final Update Refs",
          "Pause Degenerated GC" ->
          infer(SHENANDOAH);
      default -> {
        if (last.startsWith("G1 ") || G1_KINDS.contains(first)) {
          infer(G1);
        }
      }
    }
  }

  /** Says that it is the generational kind of ZGC or Shenandoah. */
  void generational() {
    generational = true;
  }

  boolean declared() {
    return declared != null;
  }

  /** Whether it is this one, generational or not. */
  boolean is(String name) {
    return name.equals(declared != null ? declared : inferred);
  }

  /** The name, or {@code null} when nothing told. */
  @Nullable String name() {
    boolean two = generational && (is(Z) || is(SHENANDOAH));
    String name = declared != null ? declared : inferred;
    return two ? GENERATIONAL + name : name;
  }
}

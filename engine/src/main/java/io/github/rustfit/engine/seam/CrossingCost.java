package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.rule.Threshold;
import java.util.List;

/** What a crossing costs; how these were measured is in {@code docs/explanation/seam.md}. */
public final class CrossingCost {

  private static final String MEASURED =
      "measured with JMH 1.37 on Temurin 25.0.3 and Rust 1.95, two shared virtual CPUs of 2.5 GHz,"
          + " rounded";

  /** A call of native code with primitives. */
  public static final Threshold CALL = new Threshold("native call", 15, "ns", MEASURED);

  /** A string that is passed, on top of the call. */
  public static final Threshold TEXT = new Threshold("string passed", 100, "ns", MEASURED);

  /** A block of native memory for what is copied, on top of the call. */
  public static final Threshold COPY = new Threshold("allocation for a copy", 60, "ns", MEASURED);

  /** A call from native code back into Java. */
  public static final Threshold UPCALL = new Threshold("call back into Java", 90, "ns", MEASURED);

  /** The speed of copying. */
  public static final Threshold SPEED = new Threshold("copying", 10, "GB/s", MEASURED);

  private CrossingCost() {}

  /** All of them, for the report. */
  public static List<Threshold> all() {
    return List.of(CALL, TEXT, COPY, UPCALL, SPEED);
  }
}

package io.github.rustfit.rules.evidence;

/** What a profiler's sample stands for. Samples of different kinds are never added together. */
public enum SampleKind {
  /** A thread seen executing Java code: {@code jdk.ExecutionSample} or a CPU profiler's tick. */
  CPU("ns"),
  /**
   * A thread seen in native code: {@code jdk.NativeMethodSample}; running or blocked is unknown.
   */
  NATIVE("ns"),
  /** A thread sampled by wall clock, whatever it was doing. */
  WALL("ns"),
  /** An allocation, weighted with the bytes it stands for. */
  ALLOCATION("bytes");

  private final String unit;

  SampleKind(String unit) {
    this.unit = unit;
  }

  /** The unit of {@link Weight#amount()}: {@code ns} or {@code bytes}. */
  public String unit() {
    return unit;
  }
}

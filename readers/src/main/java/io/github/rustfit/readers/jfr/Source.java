package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.SampleKind;

/**
 * Where a sample came from; sources of one kind see the same thing and are never added together.
 */
enum Source {
  /** {@code jdk.ExecutionSample}: threads in Java code, or the ticks of a CPU profiler. */
  EXECUTION(SampleKind.CPU),
  /** {@code jdk.CPUTimeSample}: JDK 25 and newer, by CPU time. */
  CPU_TIME(SampleKind.CPU),
  /** {@code jdk.NativeMethodSample}. */
  NATIVE(SampleKind.NATIVE),
  /** {@code profiler.WallClockSample}. */
  WALL(SampleKind.WALL),
  /** {@code jdk.ObjectAllocationSample}: rate limited. */
  ALLOCATION(SampleKind.ALLOCATION),
  /** {@code jdk.ObjectAllocationInNewTLAB} and {@code jdk.ObjectAllocationOutsideTLAB}. */
  TLAB(SampleKind.ALLOCATION);

  private final SampleKind kind;

  Source(SampleKind kind) {
    this.kind = kind;
  }

  SampleKind kind() {
    return kind;
  }
}

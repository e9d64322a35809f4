package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.Recording;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a sample came from; sources of one kind see the same thing and are never added together.
 */
public enum Source {
  /** {@code jdk.ExecutionSample}: threads in Java code, or the ticks of a CPU profiler. */
  EXECUTION(SampleKind.CPU),
  /** {@code jdk.CPUTimeSample}: JDK 25 and newer, by CPU time. */
  CPU_TIME(SampleKind.CPU),
  /** {@code datadog.ExecutionSample}: the ticks of Datadog's profiler of the process. */
  DATADOG(SampleKind.CPU),
  /** {@code datadog.MethodSample}: the same by the wall clock. */
  DATADOG_WALL(SampleKind.WALL),
  /** {@code jdk.NativeMethodSample}. */
  NATIVE(SampleKind.NATIVE),
  /** {@code profiler.WallClockSample}. */
  WALL(SampleKind.WALL),
  /** {@code jdk.ObjectAllocationSample}: rate limited. */
  ALLOCATION(SampleKind.ALLOCATION),
  /** {@code jdk.ObjectAllocationInNewTLAB} and {@code jdk.ObjectAllocationOutsideTLAB}. */
  TLAB(SampleKind.ALLOCATION),
  /**
   * {@code jdk.OldObjectSample} or {@code profiler.LiveObject}: no chunk has both, and {@link
   * Recording} sees to it that they are not added where two chunks of one run have.
   */
  LIVE(SampleKind.LIVE),
  /** {@code jdk.JavaMonitorEnter}. */
  LOCK(SampleKind.LOCK),
  /** {@code jdk.ThreadPark}. */
  PARK(SampleKind.PARK),
  /** {@code jdk.VirtualThreadPinned}. */
  PINNED(SampleKind.PINNED),
  /** {@code jdk.SocketRead} and {@code jdk.SocketWrite}. */
  SOCKET(SampleKind.SOCKET),
  /** {@code jdk.FileRead} and {@code jdk.FileWrite}. */
  FILE(SampleKind.FILE),
  /** {@code jdk.JavaExceptionThrow}. */
  EXCEPTION(SampleKind.EXCEPTION),
  /** {@code profiler.Malloc}. */
  NATIVE_MEMORY(SampleKind.NATIVE_MEMORY);

  /** Sources whose samples name a class: of the object, of the lock, of the exception. */
  private static final Set<Source> TYPED =
      EnumSet.of(ALLOCATION, TLAB, LIVE, LOCK, PARK, EXCEPTION);

  /** Sources whose samples are threads that waited, each with how long. */
  private static final Set<Source> WAITING = EnumSet.of(LOCK, PARK, PINNED, SOCKET, FILE);

  private final SampleKind kind;

  Source(SampleKind kind) {
    this.kind = kind;
  }

  /** What its samples are of. */
  public SampleKind kind() {
    return kind;
  }

  /** Whether its samples are threads that waited. */
  boolean waiting() {
    return WAITING.contains(this);
  }

  /** Whether the detail of its samples is the number of a class. */
  boolean typed() {
    return TYPED.contains(this);
  }
}

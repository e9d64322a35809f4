package io.github.rustfit.rules.evidence.profile;

/**
 * What a profiler's sample stands for. Samples of different kinds are never added together.
 *
 * <p>Waiting ({@link #LOCK} to {@link #FILE}) is recorded event by event, each weighing its
 * duration, and only from a threshold on ({@link RecordingFacts#thresholds()}), since JDK 25 also
 * at a limited rate: sums are lower bounds. A thread that is idle waits as well as one that is
 * blocked; the events do not tell the two apart.
 */
public enum SampleKind {
  /**
   * A thread of the application seen running: {@code jdk.ExecutionSample} or a CPU profiler's tick.
   * Shares of CPU are shares of this, whoever recorded it: the JVM's own threads, which only some
   * profilers see, are {@link #COMPILER}, {@link #COLLECTOR} and {@link #VM}.
   */
  CPU("ns"),
  /**
   * A thread seen in native code: {@code jdk.NativeMethodSample}; running or blocked is unknown.
   */
  NATIVE("ns"),
  /** A thread sampled by wall clock, whatever it was doing. */
  WALL("ns"),
  /** An allocation, weighted with the bytes it stands for. */
  ALLOCATION("bytes"),
  /**
   * A sampled object that was still alive late in the recording: {@code jdk.OldObjectSample}, a
   * choice of some hundred, or {@code profiler.LiveObject}. The weight is the object's own size,
   * without what it refers to, and 0 where the JDK does not record it (JDK 17): the sum is the size
   * of the choice, not of the live set.
   */
  LIVE("bytes"),
  /** Waiting to enter a monitor: {@code jdk.JavaMonitorEnter}. */
  LOCK("ns"),
  /**
   * A thread that parked itself: {@code jdk.ThreadPark}, under the JDK also when idle, under
   * async-profiler only for locks of {@code java.util.concurrent.locks}.
   */
  PARK("ns"),
  /** A virtual thread that waited and kept its carrier: {@code jdk.VirtualThreadPinned}. */
  PINNED("ns"),
  /** Reading from or writing to a socket: {@code jdk.SocketRead}, {@code jdk.SocketWrite}. */
  SOCKET("ns"),
  /** Reading from or writing to a file: {@code jdk.FileRead}, {@code jdk.FileWrite}. */
  FILE("ns"),
  /**
   * An exception thrown: {@code jdk.JavaExceptionThrow}, weight 1. Since JDK 25 at a limited rate,
   * so a lower bound; {@link RecordingFacts#thrown()} counts all.
   */
  EXCEPTION("count"),
  /**
   * A call that allocates native memory: {@code profiler.Malloc}, weighted with the size it asked
   * for. Of several calls within the profiler's interval only one is recorded, with its own size:
   * the sum is a lower bound, whether it is freed again or not.
   */
  NATIVE_MEMORY("bytes"),
  /** A tick of a CPU profiler in a thread of the JIT compiler. */
  COMPILER("ns"),
  /** A tick of a CPU profiler in a thread of the collector, or in a collection. */
  COLLECTOR("ns"),
  /** A tick of a CPU profiler in another thread of the JVM itself. */
  VM("ns");

  private final String unit;

  SampleKind(String unit) {
    this.unit = unit;
  }

  /** The unit of {@link Weight#amount()}: {@code ns}, {@code bytes} or {@code count}. */
  public String unit() {
    return unit;
  }
}

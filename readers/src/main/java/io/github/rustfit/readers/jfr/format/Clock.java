package io.github.rustfit.readers.jfr.format;

/**
 * Turns a chunk's clock ticks into nanoseconds by the formula of the JDK's own reader
 * (jdk.jfr.internal.consumer.TimeConverter), which drops what is below a nanosecond.
 *
 * @param startNanos the chunk's begin, nanoseconds since 1970
 * @param startTicks the same in ticks
 * @param ticksPerSecond frequency, above 0
 */
public record Clock(long startNanos, long startTicks, long ticksPerSecond) {

  /** Length of a span in nanoseconds. */
  public long nanosOf(long ticks) {
    return (long) (ticks / (ticksPerSecond / 1e9));
  }

  /** A point in time, nanoseconds since 1970. */
  public long timeOf(long ticks) {
    return startNanos + nanosOf(ticks - startTicks);
  }
}

package io.github.rustfit.rules.evidence.gc;

/**
 * Pauses, or other stretches of time, that have something in common.
 *
 * @param count how many
 * @param totalNanos their sum, in nanoseconds
 * @param maxNanos the longest, in nanoseconds; 0 when there is none
 */
public record PauseTotal(long count, long totalNanos, long maxNanos) {

  /** None: the identity of {@link #merge}. */
  public static final PauseTotal NONE = new PauseTotal(0, 0, 0);

  public PauseTotal {
    if (count < 0 || maxNanos < 0 || totalNanos < maxNanos) {
      throw new IllegalArgumentException(
          count + " pauses of " + totalNanos + " ns, the longest of " + maxNanos);
    }
  }

  /** One of this many nanoseconds. */
  public static PauseTotal of(long nanos) {
    return new PauseTotal(1, nanos, nanos);
  }

  /** Both together. */
  public PauseTotal merge(PauseTotal other) {
    return new PauseTotal(
        count + other.count, totalNanos + other.totalNanos, Math.max(maxNanos, other.maxNanos));
  }
}

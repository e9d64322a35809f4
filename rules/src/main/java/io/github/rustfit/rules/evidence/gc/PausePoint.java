package io.github.rustfit.rules.evidence.gc;

import java.util.Comparator;

/**
 * One pause on a time line.
 *
 * @param startNanos when it began, in nanoseconds since the start of what is known of the run
 * @param nanos its duration
 * @param kind what it is, as {@link GcDetails#kinds} names it
 * @param cause why it was
 * @param beforeBytes heap use at its start; {@link #UNKNOWN} when not printed
 * @param afterBytes heap use at its end; {@link #UNKNOWN} when not printed
 * @param committedBytes size of the heap at its end; {@link #UNKNOWN} when not printed
 */
public record PausePoint(
    long startNanos,
    long nanos,
    String kind,
    String cause,
    long beforeBytes,
    long afterBytes,
    long committedBytes)
    implements Comparable<PausePoint> {

  /** Stands for a size that was not printed. */
  public static final long UNKNOWN = -1;

  private static final Comparator<PausePoint> ORDER =
      Comparator.comparingLong(PausePoint::startNanos)
          .thenComparingLong(PausePoint::nanos)
          .thenComparing(PausePoint::kind)
          .thenComparing(PausePoint::cause)
          .thenComparingLong(PausePoint::beforeBytes)
          .thenComparingLong(PausePoint::afterBytes)
          .thenComparingLong(PausePoint::committedBytes);

  public PausePoint {
    if (startNanos < 0 || nanos < 0) {
      throw new IllegalArgumentException("pause of " + nanos + " ns at " + startNanos + " ns");
    }
    if (beforeBytes < UNKNOWN || afterBytes < UNKNOWN || committedBytes < UNKNOWN) {
      throw new IllegalArgumentException("negative size");
    }
  }

  /** The same pause so many nanoseconds later. */
  PausePoint later(long shift) {
    return new PausePoint(
        startNanos + shift, nanos, kind, cause, beforeBytes, afterBytes, committedBytes);
  }

  /** By time. */
  @Override
  public int compareTo(PausePoint other) {
    return ORDER.compare(this, other);
  }
}

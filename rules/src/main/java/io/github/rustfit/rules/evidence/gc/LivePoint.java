package io.github.rustfit.rules.evidence.gc;

import java.util.Comparator;

/**
 * What was left in the heap by a collection.
 *
 * @param nanos when, in nanoseconds since the start of what is known of the run
 * @param bytes heap use
 */
public record LivePoint(long nanos, long bytes) implements Comparable<LivePoint> {

  private static final Comparator<LivePoint> ORDER =
      Comparator.comparingLong(LivePoint::nanos).thenComparingLong(LivePoint::bytes);

  public LivePoint {
    if (nanos < 0 || bytes < 0) {
      throw new IllegalArgumentException(bytes + " bytes at " + nanos + " ns");
    }
  }

  /** By time. */
  @Override
  public int compareTo(LivePoint other) {
    return ORDER.compare(this, other);
  }

  /** The one with less in use; of equals the earlier. */
  LivePoint lower(LivePoint other) {
    return bytes < other.bytes || (bytes == other.bytes && nanos <= other.nanos) ? this : other;
  }
}

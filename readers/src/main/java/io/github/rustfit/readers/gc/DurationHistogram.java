package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import java.util.TreeMap;

/** Fills a {@link PauseHistogram} without allocating for each duration. Not thread-safe. */
final class DurationHistogram {

  private long[] buckets = {};
  private long total;
  private long max;
  private long count;

  /**
   * Adds a duration in nanoseconds.
   *
   * @return false when no source can hold that much time
   */
  boolean add(long nanos) {
    if (nanos > GcRecorder.MOST - total) {
      return false;
    }
    if (buckets.length == 0) {
      buckets = new long[PauseHistogram.bucketOf(GcRecorder.MOST) + 1];
    }
    buckets[PauseHistogram.bucketOf(nanos)]++;
    total += nanos;
    max = Math.max(max, nanos);
    count++;
    return true;
  }

  long total() {
    return total;
  }

  long max() {
    return max;
  }

  long count() {
    return count;
  }

  PauseHistogram histogram() {
    TreeMap<Integer, Long> filled = new TreeMap<>();
    for (int i = 0; i < buckets.length; i++) {
      if (buckets[i] > 0) {
        filled.put(i, buckets[i]);
      }
    }
    return new PauseHistogram(filled, total, max);
  }
}

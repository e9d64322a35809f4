package io.github.rustfit.rules.evidence.gc;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stop-the-world pauses in fixed logarithmic buckets, so that histograms of different logs merge
 * exactly and a percentile read from the merged one is off by at most 0.1 %.
 *
 * <p>Below {@value #LINEAR} ns every nanosecond has its own bucket; above, each power of two is cut
 * into {@value #LINEAR} equal buckets, so a bucket is never wider than 1/{@value #LINEAR} of its
 * lower edge.
 *
 * @param buckets number of pauses by bucket index; empty buckets are absent
 * @param totalNanos exact sum of all pauses, in nanoseconds
 * @param maxNanos exact longest pause, in nanoseconds; 0 when there is none
 */
public record PauseHistogram(SortedMap<Integer, Long> buckets, long totalNanos, long maxNanos) {

  /** No pause: the identity of {@link #merge}. */
  public static final PauseHistogram EMPTY = new PauseHistogram(Collections.emptySortedMap(), 0, 0);

  static final int LINEAR = 1024;
  private static final int BITS = 10;

  public PauseHistogram {
    buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
      if (bucket.getKey() < 0 || bucket.getValue() <= 0) {
        throw new IllegalArgumentException("bad bucket " + bucket);
      }
    }
    if (totalNanos < maxNanos || maxNanos < 0) {
      throw new IllegalArgumentException("total " + totalNanos + " below maximum " + maxNanos);
    }
    if (buckets.isEmpty() ? totalNanos != 0 : buckets.lastKey() != bucketOf(maxNanos)) {
      throw new IllegalArgumentException("maximum " + maxNanos + " outside the last bucket");
    }
  }

  /** The bucket that a pause of this many nanoseconds falls into. */
  public static int bucketOf(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("negative pause " + nanos);
    }
    if (nanos < LINEAR) {
      return (int) nanos;
    }
    int octave = 63 - Long.numberOfLeadingZeros(nanos) - BITS;
    return (octave << BITS) + (int) (nanos >>> octave);
  }

  /** The middle of a bucket, in nanoseconds. */
  static long middleOf(int bucket) {
    if (bucket < LINEAR) {
      return bucket;
    }
    int octave = (bucket >> BITS) - 1;
    long low = (long) (bucket - (octave << BITS)) << octave;
    return low + (1L << octave) / 2;
  }

  /** A histogram of one pause. */
  public static PauseHistogram of(long nanos) {
    return new PauseHistogram(new TreeMap<>(Map.of(bucketOf(nanos), 1L)), nanos, nanos);
  }

  /** Number of pauses. */
  public long count() {
    return buckets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Mean pause in nanoseconds; 0 when there is none. */
  public double meanNanos() {
    long count = count();
    return count == 0 ? 0 : (double) totalNanos / count;
  }

  /**
   * The pause at a percentile by the nearest-rank method, within 0.1 %; exact where it is the
   * longest.
   *
   * @param percentile above 0, at most 100
   * @return nanoseconds; 0 when there is no pause
   */
  public long percentileNanos(double percentile) {
    if (!(percentile > 0 && percentile <= 100)) {
      throw new IllegalArgumentException("percentile " + percentile);
    }
    long count = count();
    return nanosAt(Math.max(1, (long) Math.ceil(percentile / 100 * count - 1e-9)));
  }

  /**
   * The pause at a rank, within 0.1 %; exact where it is the longest.
   *
   * @param rank 1 for the shortest pause; beyond the number of pauses, the longest
   * @return nanoseconds; 0 when there is no pause
   */
  public long nanosAt(long rank) {
    long left = count() - rank;
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank && left > 0) {
        return Math.min(maxNanos, middleOf(bucket.getKey()));
      }
    }
    return maxNanos;
  }

  /**
   * How many equally long pauses these are worth, (Σx)²/Σx²: what the sum of pauses of unequal
   * length is known by.
   *
   * <p>L. Kish, "Survey Sampling", Wiley 1965, section 11.7.
   */
  public long effectiveCount() {
    double sum = 0;
    double squares = 0;
    for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
      double nanos = Math.min(maxNanos, middleOf(bucket.getKey()));
      sum += nanos * bucket.getValue();
      squares += nanos * nanos * bucket.getValue();
    }
    return squares == 0 ? count() : Math.max(1, Math.min(count(), Math.round(sum * sum / squares)));
  }

  /** Number of pauses that are certainly or nearly at least this long (bucket resolution). */
  public long countAtLeast(long nanos) {
    return buckets.tailMap(bucketOf(nanos)).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The sum of the pauses that are at least this long, in nanoseconds, within 0.1 % (bucket
   * resolution).
   */
  public double totalNanosAtLeast(long nanos) {
    double sum = 0;
    for (Map.Entry<Integer, Long> bucket : buckets.tailMap(bucketOf(nanos)).entrySet()) {
      sum += (double) Math.min(maxNanos, middleOf(bucket.getKey())) * bucket.getValue();
    }
    return sum;
  }

  /** Both histograms together. */
  public PauseHistogram merge(PauseHistogram other) {
    TreeMap<Integer, Long> sum = new TreeMap<>(buckets);
    other.buckets.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
    return new PauseHistogram(
        sum, totalNanos + other.totalNanos, Math.max(maxNanos, other.maxNanos));
  }

  /** Collects pauses one by one, without an immutable copy for each. Not thread-safe. */
  public static final class Builder {
    private final TreeMap<Integer, Long> buckets = new TreeMap<>();
    private long totalNanos;
    private long maxNanos;

    /** Adds one pause of this many nanoseconds. */
    public Builder add(long nanos) {
      buckets.merge(bucketOf(nanos), 1L, Long::sum);
      totalNanos += nanos;
      maxNanos = Math.max(maxNanos, nanos);
      return this;
    }

    /** The histogram of what was added so far. */
    public PauseHistogram build() {
      return new PauseHistogram(buckets, totalNanos, maxNanos);
    }
  }
}

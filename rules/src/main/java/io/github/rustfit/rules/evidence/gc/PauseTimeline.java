package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the pauses of one run were: the longest one by one, and all of them summed up over equal
 * stretches of time. Bounded, whatever the length of the run.
 *
 * @param points the longest pauses, at most {@value #MOST}, in order of time; of equally long ones
 *     the earlier
 * @param bucketNanos length of a stretch, in nanoseconds; 0 when there is no pause
 * @param buckets all pauses that began in a stretch, by its number; empty ones are absent
 */
public record PauseTimeline(
    List<PausePoint> points, long bucketNanos, SortedMap<Integer, PauseTotal> buckets) {

  /** Most pauses that are kept one by one. */
  public static final int MOST = 1000;

  /** No pause. */
  public static final PauseTimeline EMPTY =
      new PauseTimeline(List.of(), 0, Collections.emptySortedMap());

  public PauseTimeline {
    points = List.copyOf(points);
    buckets = SortedUnion.copy(buckets);
    if (points.size() > MOST || buckets.size() > TimeBuckets.MOST) {
      throw new IllegalArgumentException("more pauses than are kept");
    }
    if (bucketNanos < 0 || buckets.isEmpty() != (bucketNanos == 0)) {
      throw new IllegalArgumentException("stretches of " + bucketNanos + " ns");
    }
    List<PausePoint> sorted = new ArrayList<>(points);
    Collections.sort(sorted);
    if (!points.equals(sorted)) {
      throw new IllegalArgumentException("pauses out of order");
    }
    if (!buckets.isEmpty() && buckets.firstKey() < 0) {
      throw new IllegalArgumentException("a stretch before the start");
    }
  }

  /** Number of pauses, those included that are not kept one by one. */
  public long count() {
    return buckets.values().stream().mapToLong(PauseTotal::count).sum();
  }

  /** Whether every pause is kept one by one. */
  public boolean complete() {
    return points.size() == count();
  }

  /**
   * The pauses of all stretches that hold any time from one to another, in nanoseconds; empty
   * unless each of them is kept.
   */
  Optional<List<PausePoint>> pauses(long from, long to) {
    List<PausePoint> found =
        points.stream()
            .filter(point -> stretch(point.startNanos()) >= stretch(from))
            .filter(point -> stretch(point.startNanos()) <= stretch(to))
            .toList();
    long all =
        buckets.entrySet().stream()
            .filter(one -> one.getKey() >= stretch(from) && one.getKey() <= stretch(to))
            .mapToLong(one -> one.getValue().count())
            .sum();
    return found.size() == all ? Optional.of(found) : Optional.empty();
  }

  private long stretch(long nanos) {
    return bucketNanos == 0 ? 0 : nanos / bucketNanos;
  }

  /** Takes pauses in any order; the outcome does not depend on it. Not thread-safe. */
  public static final class Builder {
    private static final Comparator<PausePoint> SHORTEST =
        Comparator.comparingLong(PausePoint::nanos).thenComparing(Collections.reverseOrder());

    private final PriorityQueue<PausePoint> longest = new PriorityQueue<>(SHORTEST);
    private final long[] counts = new long[TimeBuckets.MOST];
    private final long[] totals = new long[TimeBuckets.MOST];
    private final long[] maxima = new long[TimeBuckets.MOST];
    private long width = TimeBuckets.SHORTEST;

    /** Least duration that is still of interest, in nanoseconds. */
    private long least;

    /** Adds a pause; the parameters are those of {@link PausePoint}. */
    public Builder add(
        long startNanos,
        long nanos,
        String kind,
        String cause,
        long beforeBytes,
        long afterBytes,
        long committedBytes) {
      count(startNanos, 1, nanos, nanos);
      if (nanos >= least) {
        keep(
            new PausePoint(
                startNanos, nanos, kind, cause, beforeBytes, afterBytes, committedBytes));
      }
      return this;
    }

    /**
     * Adds all pauses of a time line that begins so many nanoseconds later. Those that it does not
     * keep one by one count at the start of their stretch.
     */
    Builder addAll(PauseTimeline other, long shift) {
      if (other.complete()) {
        other.points.forEach(one -> count(one.startNanos() + shift, 1, one.nanos(), one.nanos()));
      } else {
        other.buckets.forEach(
            (index, all) ->
                count(
                    index * other.bucketNanos + shift,
                    all.count(),
                    all.totalNanos(),
                    all.maxNanos()));
      }
      other.points.forEach(one -> keep(one.later(shift)));
      return this;
    }

    private void count(long startNanos, long count, long total, long most) {
      while (startNanos / width >= counts.length) {
        widen();
      }
      int bucket = (int) (startNanos / width);
      counts[bucket] += count;
      totals[bucket] += total;
      maxima[bucket] = Math.max(maxima[bucket], most);
    }

    private void keep(PausePoint point) {
      longest.add(point);
      if (longest.size() > MOST) {
        longest.remove();
        least = longest.element().nanos();
      }
    }

    private void widen() {
      for (int i = 0; i < counts.length; i++) {
        long count = counts[i];
        long total = totals[i];
        long max = maxima[i];
        counts[i] = 0;
        totals[i] = 0;
        maxima[i] = 0;
        counts[i / 2] += count;
        totals[i / 2] += total;
        maxima[i / 2] = Math.max(maxima[i / 2], max);
      }
      width *= 2;
    }

    /** The time line of what was added so far. */
    public PauseTimeline build() {
      if (longest.isEmpty()) {
        return EMPTY;
      }
      List<PausePoint> points = new ArrayList<>(longest);
      Collections.sort(points);
      TreeMap<Integer, PauseTotal> buckets = new TreeMap<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          buckets.put(i, new PauseTotal(counts[i], totals[i], maxima[i]));
        }
      }
      return new PauseTimeline(points, width, buckets);
    }
  }
}

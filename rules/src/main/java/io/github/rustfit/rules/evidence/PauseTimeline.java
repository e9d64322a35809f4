package io.github.rustfit.rules.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;

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
    buckets = Maps.copy(buckets);
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

  /** Takes pauses in any order. Not thread-safe. */
  public static final class Builder {
    private static final Comparator<PausePoint> SHORTEST =
        Comparator.comparingLong(PausePoint::nanos).thenComparing(Collections.reverseOrder());

    private final PriorityQueue<PausePoint> longest = new PriorityQueue<>(SHORTEST);
    private final TimeBuckets<PauseTotal> buckets = new TimeBuckets<>(PauseTotal::merge);

    /** Adds a pause. */
    public Builder add(PausePoint pause) {
      buckets.add(pause.startNanos(), PauseTotal.of(pause.nanos()));
      longest.add(pause);
      if (longest.size() > MOST) {
        longest.remove();
      }
      return this;
    }

    /** The time line of what was added so far. */
    public PauseTimeline build() {
      if (longest.isEmpty()) {
        return EMPTY;
      }
      List<PausePoint> points = new ArrayList<>(longest);
      Collections.sort(points);
      return new PauseTimeline(points, buckets.width(), buckets.buckets());
    }
  }
}

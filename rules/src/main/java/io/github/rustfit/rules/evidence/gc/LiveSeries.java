package io.github.rustfit.rules.evidence.gc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How heap use after collections developed in one run: the lowest of each stretch of time, since
 * what is live can only be less than what is left. Bounded, whatever the length of the run.
 *
 * @param collections number of collections
 * @param points the lowest of each stretch, in order of time
 */
public record LiveSeries(long collections, List<LivePoint> points) {

  /** Most points of a series. */
  public static final int MOST = TimeBuckets.MOST;

  public LiveSeries {
    points = List.copyOf(points);
    if (points.size() > Math.min(MOST, collections) || points.isEmpty()) {
      throw new IllegalArgumentException(points.size() + " points of " + collections);
    }
    List<LivePoint> sorted = new ArrayList<>(points);
    Collections.sort(sorted);
    if (!points.equals(sorted)) {
      throw new IllegalArgumentException("points out of order");
    }
  }

  /** Takes what collections left, in any order. Not thread-safe. */
  public static final class Builder {
    private final TimeBuckets<LivePoint> buckets = new TimeBuckets<>(LivePoint::lower);
    private long collections;

    /** Adds what a collection left, in bytes, at a time in nanoseconds. */
    public Builder add(long nanos, long bytes) {
      collections++;
      buckets.add(nanos, new LivePoint(nanos, bytes));
      return this;
    }

    /** Adds all of a series that begins so many nanoseconds later. */
    Builder addAll(LiveSeries series, long shift) {
      for (LivePoint point : series.points) {
        long nanos = point.nanos() + shift;
        buckets.add(nanos, new LivePoint(nanos, point.bytes()));
      }
      collections += series.collections;
      return this;
    }

    /** The series of what was added so far; something must have been. */
    public LiveSeries build() {
      return new LiveSeries(collections, List.copyOf(buckets.buckets().values()));
    }
  }
}

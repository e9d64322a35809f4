package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one run of one JVM went, for charts and trends. Runs are listed, never added up: different
 * runs make no trend.
 *
 * @param source digest of the input that tells of it; empty until it is known
 * @param number of the run within its source, from 1
 * @param collector as {@link GcSummary#collectors} names it; empty when unknown
 * @param nanos how long it is known for, in nanoseconds
 * @param maxHeapBytes heap limit; 0 when unknown
 * @param pauses its pauses; empty as well when they have no time stamps
 * @param live heap use after collections, by how close it is to what is live
 */
public record RunHistory(
    String source,
    int number,
    String collector,
    long nanos,
    long maxHeapBytes,
    PauseTimeline pauses,
    SortedMap<LiveBasis, LiveSeries> live)
    implements Comparable<RunHistory> {

  private static final Comparator<RunHistory> ORDER =
      Comparator.comparing(RunHistory::source)
          .thenComparingInt(RunHistory::number)
          .thenComparingLong(RunHistory::nanos)
          .thenComparing(RunHistory::toString);

  public RunHistory {
    live = SortedUnion.copy(live);
    if (number < 1 || nanos < 0 || maxHeapBytes < 0) {
      throw new IllegalArgumentException("run " + number + " of " + nanos + " ns");
    }
  }

  /** By source and number. */
  @Override
  public int compareTo(RunHistory other) {
    return ORDER.compare(this, other);
  }

  /** The same run of the source with this digest. */
  RunHistory of(String digest) {
    return new RunHistory(digest, number, collector, nanos, maxHeapBytes, pauses, live);
  }

  /**
   * The trend of what is live, by the closest basis that has enough points for one; empty without.
   */
  public Optional<LiveTrend> liveTrend() {
    return live.entrySet().stream()
        .map(series -> LiveTrend.of(series.getKey(), series.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Collects the history of one run. Times are in nanoseconds since its start. Not thread-safe. */
  public static final class Builder {
    private final PauseTimeline.Builder pauses = new PauseTimeline.Builder();
    private final Map<LiveBasis, LiveSeries.Builder> live = new EnumMap<>(LiveBasis.class);

    /** Adds a pause; the parameters are those of {@link PausePoint}. */
    public Builder pause(
        long startNanos,
        long nanos,
        String kind,
        String cause,
        long beforeBytes,
        long afterBytes,
        long committedBytes) {
      pauses.add(startNanos, nanos, kind, cause, beforeBytes, afterBytes, committedBytes);
      return this;
    }

    /** Adds heap use after a collection. */
    public Builder live(LiveBasis basis, long nanos, long bytes) {
      live.computeIfAbsent(basis, key -> new LiveSeries.Builder()).add(nanos, bytes);
      return this;
    }

    /** The history of what was added so far, of a source that is not known yet. */
    public RunHistory build(int number, String collector, long nanos, long maxHeapBytes) {
      SortedMap<LiveBasis, LiveSeries> series = new TreeMap<>();
      live.forEach((basis, builder) -> series.put(basis, builder.build()));
      return new RunHistory(
          "",
          number,
          collector,
          nanos,
          maxHeapBytes,
          pauses.build(),
          Collections.unmodifiableSortedMap(series));
    }
  }
}

package io.github.rustfit.rules.evidence.gc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Runs of JVMs side by side.
 *
 * @param count number of runs, those included that are not kept
 * @param kept the longest of them, at most {@value #MOST}, by source and number
 */
public record GcRuns(long count, List<RunHistory> kept) {

  /** Most runs that are kept. */
  public static final int MOST = 32;

  /** No run: the identity of {@link #merge}. */
  public static final GcRuns NONE = new GcRuns(0, List.of());

  private static final Comparator<RunHistory> LONGEST =
      Comparator.comparingLong(RunHistory::nanos)
          .reversed()
          .thenComparing(Comparator.naturalOrder());

  public GcRuns {
    List<RunHistory> sorted = new ArrayList<>(kept);
    Collections.sort(sorted);
    kept = List.copyOf(sorted);
    if (kept.size() > Math.min(MOST, count)) {
      throw new IllegalArgumentException(kept.size() + " of " + count + " runs kept");
    }
  }

  /** One run. */
  public static GcRuns of(RunHistory run) {
    return new GcRuns(1, List.of(run));
  }

  /** The same runs of the source with this digest. */
  GcRuns of(String digest) {
    return new GcRuns(count, kept.stream().map(run -> run.of(digest)).toList());
  }

  /** The same of which no more than so many are kept, the longest. */
  GcRuns keeping(int most) {
    List<RunHistory> all = new ArrayList<>(kept);
    all.sort(LONGEST);
    return new GcRuns(count, all.subList(0, Math.min(most, all.size())));
  }

  /** Both together. The longest of a union are among the longest of its parts. */
  public GcRuns merge(GcRuns other) {
    List<RunHistory> all = new ArrayList<>(kept);
    all.addAll(other.kept);
    all.sort(LONGEST);
    return new GcRuns(count + other.count, all.subList(0, Math.min(MOST, all.size())));
  }
}

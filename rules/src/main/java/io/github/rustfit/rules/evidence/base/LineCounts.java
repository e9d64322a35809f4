package io.github.rustfit.rules.evidence.base;

import java.util.Comparator;
import java.util.List;

/**
 * What became of the lines of a log.
 *
 * @param recognised lines of the log's kind that were understood
 * @param other lines of other tags, or the application's own
 * @param unplaced lines that belong to the log but could not be understood
 * @param firstUnplaced numbers of the first few of these, from 1
 */
public record LineCounts(long recognised, long other, long unplaced, List<Long> firstUnplaced)
    implements Comparable<LineCounts> {

  /** There were no lines to count. */
  public static final LineCounts NONE = new LineCounts(0, 0, 0, List.of());

  private static final Comparator<LineCounts> ORDER =
      Comparator.comparingLong(LineCounts::recognised)
          .thenComparingLong(LineCounts::other)
          .thenComparingLong(LineCounts::unplaced)
          .thenComparing(counts -> counts.firstUnplaced().toString());

  public LineCounts {
    firstUnplaced = List.copyOf(firstUnplaced);
    if (recognised < 0 || other < 0 || unplaced < firstUnplaced.size()) {
      throw new IllegalArgumentException("not line counts");
    }
  }

  /** Whether lines were counted at all. */
  public boolean known() {
    return total() > 0;
  }

  /** All lines. */
  public long total() {
    return recognised + other + unplaced;
  }

  @Override
  public int compareTo(LineCounts counts) {
    return ORDER.compare(this, counts);
  }
}

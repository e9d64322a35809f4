package io.github.rustfit.readers.gclog;

import io.github.rustfit.rules.evidence.base.LineCounts;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of lines. Not thread-safe. */
final class LineTally {

  /** Enough to find the place in a log. */
  private static final int FIRST = 5;

  private final List<Long> first = new ArrayList<>();
  private long recognised;
  private long other;
  private long unplaced;

  /** A line was understood. */
  void recognised() {
    recognised++;
  }

  /** The same, but for further lines that are glued to one. */
  void recognised(int glued) {
    recognised += glued == 0 ? 1 : 0;
  }

  /** So many lines belong to something else. */
  void other(long lines) {
    other += lines;
  }

  /** The line of this number should have been understood. */
  void unplaced(long number) {
    unplaced++;
    if (first.size() < FIRST) {
      first.add(number);
    }
  }

  /**
   * So many lines turned out to be damaged, though they seemed to be understood.
   *
   * @param numbers of the first few
   */
  void damaged(long lines, List<Long> numbers) {
    long moved = Math.min(lines, recognised);
    recognised -= moved;
    unplaced += moved;
    numbers.stream().limit(Math.min(moved, FIRST - first.size())).forEach(first::add);
  }

  LineCounts counts() {
    return new LineCounts(recognised, other, unplaced, first);
  }
}

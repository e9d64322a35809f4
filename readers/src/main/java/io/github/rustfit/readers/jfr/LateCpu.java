package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time in the last quarter of what was recorded of each run. Whether something has died down by
 * the end is only known at the end, so the parts of a run are kept until it is over.
 */
final class LateCpu {

  private static final int PARTS = 4;

  /** CPU time in nanoseconds, over the time before this one. */
  private record Part(long time, long gap, long nanos) {}

  private List<Part> parts = new ArrayList<>();
  private Tally before = Tally.UNKNOWN;

  /**
   * Adds what was used up to this time.
   *
   * @param gap the time that this is the first to tell of, in nanoseconds
   */
  void add(long time, long gap, long nanos) {
    if (gap > 0 || nanos > 0) {
      parts.add(new Part(time, gap, nanos));
    }
  }

  /** The run is over, or another one begins. */
  void end() {
    before = cpu();
    parts = new ArrayList<>();
  }

  /** The sum of all runs, as if the current one were over; unknown when nothing was added. */
  Tally cpu() {
    long begin = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Part part : parts) {
      begin = Math.min(begin, part.time - part.gap);
      end = Math.max(end, part.time);
    }
    long nanos = 0;
    long over = 0;
    for (Part part : parts) {
      if (part.time > end - (end - begin) / PARTS) {
        nanos += part.nanos;
        over += part.gap;
      }
    }
    return over > 0 ? before.merge(new Tally(nanos, over)) : before;
  }
}

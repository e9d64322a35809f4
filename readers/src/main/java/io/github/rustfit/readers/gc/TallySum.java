package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.base.Tally;

/** Adds up an amount and how long it was watched; sums stop growing at what no JVM reaches. */
final class TallySum {

  private long amount;
  private long over;

  /** Adds an amount and the time it was watched, in nanoseconds; either may be 0. */
  void add(long more, long nanos) {
    amount = plus(amount, more);
    over = plus(over, nanos);
  }

  /** Unknown until it was watched. */
  Tally tally() {
    return over > 0 ? new Tally(amount, over) : Tally.UNKNOWN;
  }

  /** The sum of two amounts that are not negative, at most {@link GcRecorder#MOST}. */
  static long plus(long a, long b) {
    return Math.min(GcRecorder.MOST, a + Math.min(GcRecorder.MOST, b));
  }
}

package io.github.rustfit.rules.evidence.base;

/**
 * An amount together with the time over which it was observed, so that "nothing happened" and
 * "nobody looked" stay apart.
 *
 * @param amount what was counted, in the unit that the holder states
 * @param overNanos how long it was observed, in nanoseconds; 0 means not observed
 */
public record Tally(long amount, long overNanos) {

  /** Not observed: the identity of {@link #merge}. */
  public static final Tally UNKNOWN = new Tally(0, 0);

  public Tally {
    if (amount < 0 || overNanos < 0 || (overNanos == 0 && amount != 0)) {
      throw new IllegalArgumentException("not a tally: " + amount + " over " + overNanos + " ns");
    }
  }

  /** Whether it was observed at all. */
  public boolean known() {
    return overNanos > 0;
  }

  /** Amount per second; 0 when unknown, so ask {@link #known()} first. */
  public double perSecond() {
    return known() ? amount * 1e9 / overNanos : 0;
  }

  /** Amount per nanosecond: for CPU time in nanoseconds this is the number of busy cores. */
  public double perNano() {
    return known() ? (double) amount / overNanos : 0;
  }

  /** Both observations together. */
  public Tally merge(Tally other) {
    return new Tally(amount + other.amount, overNanos + other.overNanos);
  }
}

package io.github.rustfit.rules.stats;

/**
 * A part of a whole with its 95 % confidence interval.
 *
 * @param value the measured share, 0..1
 * @param low lower bound of the interval, 0..value
 * @param high upper bound of the interval, value..1
 * @param samples how many independent samples the interval rests on; 0 means that nothing is known
 *     and the interval is 0..1
 */
public record Share(double value, double low, double high, long samples) {

  /** Nothing was sampled: the share may be anything. */
  public static final Share UNKNOWN = new Share(0, 0, 1, 0);

  /** Two-sided 95 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public Share {
    if (!(0 <= low && low <= value && value <= high && high <= 1) || samples < 0) {
      throw new IllegalArgumentException(
          "not a share: " + low + " <= " + value + " <= " + high + " of " + samples);
    }
  }

  /**
   * The share {@code part / whole} of equally weighted samples with its Wilson score interval.
   *
   * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA
   * 22 (1927), p. 209–212.
   *
   * @throws IllegalArgumentException unless {@code 0 <= part <= whole}
   */
  public static Share wilson(long part, long whole) {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("part " + part + " of " + whole);
    }
    return whole == 0 ? UNKNOWN : around((double) part / whole, whole);
  }

  /**
   * The share of weighted samples: {@code part / whole} with the Wilson interval of as many equal
   * samples as these are worth.
   *
   * @param part weight of the part
   * @param whole weight of everything
   * @param effectiveSamples Kish's effective sample size of the whole, at least 1
   */
  public static Share weighted(long part, long whole, long effectiveSamples) {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("part " + part + " of " + whole);
    }
    return whole == 0 || effectiveSamples <= 0
        ? UNKNOWN
        : around((double) part / whole, effectiveSamples);
  }

  private static Share around(double p, long n) {
    return wilson(p, n, Z);
  }

  /**
   * A share with its Wilson score interval at another level.
   *
   * @param p the share, 0..1
   * @param n how many equally weighted samples it is of, at least 1
   * @param z the two-sided quantile of the standard normal distribution that stands for the level
   */
  public static Share wilson(double p, long n, double z) {
    double z2 = z * z;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    double low = Math.max(0, Math.min(p, centre - half));
    double high = Math.min(1, Math.max(p, centre + half));
    return new Share(p, low, high, n);
  }

  /**
   * The part of something larger, of which the whole is this part.
   *
   * @param part 0..1
   */
  public Share of(double part) {
    return known() ? new Share(value * part, low * part, high * part, samples) : UNKNOWN;
  }

  /** Whether anything was sampled at all. */
  public boolean known() {
    return samples > 0;
  }

  /** Whether the share is certainly at or above the limit: the interval's near bound crosses it. */
  public boolean certainlyAtLeast(double limit) {
    return known() && low >= limit;
  }

  /** Whether the share is certainly below the limit: the interval's near bound lies below it. */
  public boolean certainlyBelow(double limit) {
    return known() && high < limit;
  }
}

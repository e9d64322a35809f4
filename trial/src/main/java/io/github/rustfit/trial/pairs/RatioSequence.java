package io.github.rustfit.trial.pairs;

/**
 * The ratio of two quantities that are measured pair by pair, with an interval that may be looked
 * at after every pair: the chance that it ever, over however many pairs, leaves out the ratio is at
 * most the one that it was made with. Of a Wilcoxon interval that is true only for a number of
 * pairs that was fixed before.
 *
 * <p>The logarithms of ratios are taken for independent and normal with a spread that nobody knows.
 * The interval holds those means whose likelihood ratio against a mixture stays below one over the
 * allowed chance: the mixture of means is normal in units of the spread, with variance 1 over
 * {@link #PRIOR}, that of the spread is invariant to scale. With n pairs, sum S and sum of squares
 * V of what the logarithms differ from a mean, c = {@link #PRIOR}:
 *
 * <pre>E = √(c/(n+c)) · (V / (V − S²/(n+c)))^(n/2)</pre>
 *
 * <p>T. L. Lai, "On confidence sequences", Annals of Statistics 4 (1976), p. 265–280; H. Wang, A.
 * Ramdas, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown
 * variance", Sequential Analysis 44 (2025).
 */
public final class RatioSequence {

  /**
   * Differences of seven times the spread are nothing unusual, so that four pairs can tell them.
   */
  private static final double PRIOR = 0.02;

  /** Fewest pairs that have an interval. */
  private static final int FEWEST = 3;

  /** Times are not known better than this, so that equal ones make no interval without a width. */
  private static final double RESOLUTION = 0.003;

  private final double chance;
  private int pairs;
  private double mean;
  private double squares;

  /**
   * No pairs yet.
   *
   * @param chance of ever leaving out the ratio; above 0, below 1
   */
  public RatioSequence(double chance) {
    if (!(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("no chance: " + chance);
    }
    this.chance = chance;
  }

  /**
   * Takes a pair.
   *
   * @param ratio of the one over the other, above 0
   */
  public void add(double ratio) {
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("no ratio: " + ratio);
    }
    double x = StrictMath.log(ratio);
    pairs++;
    double off = x - mean;
    mean += off / pairs;
    squares += off * (x - mean);
  }

  /** How many pairs were taken. */
  public int pairs() {
    return pairs;
  }

  /** Standard deviation of a ratio's logarithm; 0 while there is one pair only. */
  public double spread() {
    return pairs < 2 ? 0 : Math.sqrt(squares / (pairs - 1));
  }

  /** The geometric mean and the interval around it, from 0 to infinity while nothing is told. */
  public PairedRatio ratio() {
    double half = half();
    return new PairedRatio(
        Double.isInfinite(half) ? 0 : StrictMath.exp(mean - half),
        StrictMath.exp(mean),
        StrictMath.exp(mean + half));
  }

  /** Half the interval of the mean: what E ≤ 1/chance leaves of it, solved for the mean. */
  private double half() {
    if (pairs < FEWEST) {
      return Double.POSITIVE_INFINITY;
    }
    double n = pairs;
    double bound = StrictMath.pow(Math.sqrt((n + PRIOR) / PRIOR) / chance, 2 / n);
    double part = 1 - 1 / bound;
    double slope = n * n / (n + PRIOR) - n * part;
    double about = Math.max(squares, n * RESOLUTION * RESOLUTION);
    return slope <= 0 ? Double.POSITIVE_INFINITY : Math.sqrt(about * part / slope);
  }
}

package io.github.rustfit.trial.pairs;

import java.util.Arrays;
import java.util.List;

/**
 * The ratio of two quantities that were measured in pairs: the median of the pairwise averages of
 * the logarithms, with the interval that Wilcoxon's signed-rank test gives it. A disturbed pair
 * moves it little, and no distribution is assumed but that the logarithms of the ratios lie
 * symmetrically.
 *
 * <p>J. L. Hodges, E. L. Lehmann, "Estimates of location based on rank tests", Annals of
 * Mathematical Statistics 34 (1963), p. 598–611; M. Hollander, D. A. Wolfe, E. Chicken,
 * "Nonparametric Statistical Methods", 3rd edition, sections 3.2 and 3.3.
 *
 * @param low lower bound of the 95 % interval; 0 while there are too few pairs for one
 * @param value the estimate, above 0
 * @param high upper bound; infinite while there are too few pairs
 */
public record PairedRatio(double low, double value, double high) {

  /** Fewest pairs that have an interval: 2 of 2⁶ signs are 3.1 %, of 2⁵ 6.3 %. */
  public static final int FEWEST = 6;

  private static final double OUTSIDE = 0.05;

  /**
   * The ratio of pairs.
   *
   * @param ratios of each pair the one over the other, above 0; at least one
   * @throws IllegalArgumentException for none, or for what is no ratio
   */
  public static PairedRatio of(List<Double> ratios) {
    int n = ratios.size();
    double[] averages = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      if (!(ratios.get(i) > 0) || Double.isInfinite(ratios.get(i))) {
        throw new IllegalArgumentException("no ratio: " + ratios.get(i));
      }
      for (int k = 0; k <= i; k++) {
        averages[next++] = (StrictMath.log(ratios.get(i)) + StrictMath.log(ratios.get(k))) / 2;
      }
    }
    if (n == 0) {
      throw new IllegalArgumentException("no pairs");
    }
    Arrays.sort(averages);
    int middle = averages.length / 2;
    double median =
        averages.length % 2 == 1 ? averages[middle] : (averages[middle - 1] + averages[middle]) / 2;
    int cut = cut(n);
    return cut == 0
        ? new PairedRatio(0, StrictMath.exp(median), Double.POSITIVE_INFINITY)
        : new PairedRatio(
            StrictMath.exp(averages[cut - 1]),
            StrictMath.exp(median),
            StrictMath.exp(averages[averages.length - cut]));
  }

  /** How wide the interval is on each side of the estimate, as a share of it; may be infinite. */
  public double width() {
    return low == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(high / low) - 1;
  }

  /**
   * The rank of the average, counted from either end, that bounds the interval: the largest c with
   * {@code 2 P(T ≤ c − 1) ≤ 5 %}, where T is the sum of the ranks of negative signs; 0 for none.
   */
  static int cut(int n) {
    int most = n * (n + 1) / 2;
    double[] ways = new double[most + 1]; // by sum of ranks, as parts of all 2ⁿ signs
    ways[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = most; sum >= 0; sum--) {
        ways[sum] = (ways[sum] + (sum >= rank ? ways[sum - rank] : 0)) / 2;
      }
    }
    double below = 0;
    int cut = 0;
    while (cut <= most && 2 * (below + ways[cut]) <= OUTSIDE) {
      below += ways[cut++];
    }
    return cut;
  }
}

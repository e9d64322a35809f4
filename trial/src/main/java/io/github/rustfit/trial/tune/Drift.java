package io.github.rustfit.trial.tune;

import java.util.Arrays;
import java.util.List;

/**
 * Whether runs of the same configuration take more and more, or less and less: a machine that heats
 * up, a neighbour that came, caches that fill. Comparisons are within rounds of random order, which
 * a drift meets all alike; but a figure of such a machine is not the figure of a quiet one.
 */
final class Drift {

  private static final int FEWEST = 6;

  /** Normal quantile for a chance of one in a hundred, of both sides. */
  private static final double QUANTILE = 2.5758;

  private Drift() {}

  /**
   * The median of the last third over that of the first, where the rank correlation with time is
   * beyond chance (Mann 1945, normal approximation with correction for continuity); otherwise 1.
   */
  static double of(List<Double> values) {
    int n = values.size();
    if (n < FEWEST) {
      return 1;
    }
    long trend = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        trend += Long.signum(Double.compare(values.get(j), values.get(i)));
      }
    }
    double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
    if ((Math.abs(trend) - 1) / deviation < QUANTILE) {
      return 1;
    }
    int third = n / 3;
    double first = median(values.subList(0, third));
    return first > 0 ? median(values.subList(n - third, n)) / first : 1;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(0);
  }
}

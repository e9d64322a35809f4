package io.github.rustfit.engine.trend;

/**
 * Where a stretch of a series is best cut in two: the statistic of E-Divisive with α = 1, for which
 * distances are taken as they are. D. S. Matteson, N. A. James, "A nonparametric approach for
 * multiple change point analysis of multivariate data", JASA 109 (2014), p. 334–345, formulas 5 to
 * 7: over all τ &lt; κ the scaled energy distance of the values up to τ and from there to κ.
 */
final class Divergence {

  /**
   * A cut.
   *
   * @param index of the first value behind it
   * @param size how far both sides diverge
   */
  record Cut(int index, double size) {}

  /** Sums of the distances of all pairs from one index up to before another. */
  private final double[][] pairs;

  Divergence(double[] series) {
    int n = series.length;
    pairs = new double[n + 1][n + 1];
    for (int start = n - 1; start >= 0; start--) {
      double ofFirst = 0;
      for (int end = start + 1; end <= n; end++) {
        ofFirst += Math.abs(series[end - 1] - series[start]);
        pairs[start][end] = pairs[start + 1][Math.max(end, start + 1)] + ofFirst;
      }
    }
  }

  /**
   * The best cut, of equal ones the first.
   *
   * @param start index of the first value of the stretch
   * @param end index behind the last one, at least two more
   */
  Cut best(int start, int end) {
    Cut best = new Cut(start + 1, Double.NEGATIVE_INFINITY);
    for (int cut = start + 1; cut < end; cut++) {
      for (int upTo = cut + 1; upTo <= end; upTo++) {
        double size = size(start, cut, upTo);
        if (size > best.size) {
          best = new Cut(cut, size);
        }
      }
    }
    return best;
  }

  private double size(int start, int cut, int end) {
    double n = cut - start;
    double m = end - cut;
    double left = pairs[start][cut];
    double right = pairs[cut][end];
    double between = pairs[start][end] - left - right;
    double size = between;
    if (n > 1) {
      size -= left * m / (n - 1);
    }
    if (m > 1) {
      size -= right * n / (m - 1);
    }
    return 2 * size / (m + n);
  }
}

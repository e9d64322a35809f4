package io.github.rustfit.rules.evidence.gc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether what is live grows: the slope of heap use after collections over time, by the method of
 * Theil and Sen, which a few outliers do not move. The slope is the median of the slopes between
 * all pairs of points; its interval takes the pairs that Kendall's variance leaves on either side
 * (P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63, 1968; the
 * computation as in R. O. Gilbert, "Statistical Methods for Environmental Pollution Monitoring",
 * Wiley 1987, section 16.4).
 *
 * @param basis how close the points are to what is live
 * @param points number of points
 * @param periodNanos from the first to the last of them, in nanoseconds
 * @param bytesPerSecond the slope
 * @param low lower bound of its two-sided 95 % interval, in bytes per second
 * @param high upper bound
 */
public record LiveTrend(
    LiveBasis basis, int points, long periodNanos, double bytesPerSecond, double low, double high) {

  /** Fewest points for an interval: the normal approximation of Kendall's S needs ten (Gilbert). */
  public static final int FEWEST = 10;

  /**
   * Least certain growth over the period that is suspicious, as a share of the heap limit. Chosen:
   * caches that fill grow too, so less is not worth a heap dump.
   */
  public static final double LEAST_GROWTH = 0.1;

  /** Two-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.959964;

  /** The trend of a series; empty when it has too few points. */
  static Optional<LiveTrend> of(LiveBasis basis, LiveSeries series) {
    List<LivePoint> points = series.points();
    int n = points.size();
    if (n < FEWEST) {
      return Optional.empty();
    }
    double[] slopes = slopes(points);
    int pairs = slopes.length;
    double spread = Z * Math.sqrt(variance(points));
    int below = (int) Math.round((pairs - spread) / 2);
    int above = (int) Math.round((pairs + spread) / 2);
    double median = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
    return Optional.of(
        new LiveTrend(
            basis,
            n,
            points.get(n - 1).nanos() - points.get(0).nanos(),
            median,
            slopes[Math.max(0, below - 1)],
            slopes[Math.min(pairs - 1, above)]));
  }

  private static double[] slopes(List<LivePoint> points) {
    int n = points.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        long nanos = points.get(j).nanos() - points.get(i).nanos();
        if (nanos > 0) {
          slopes[count++] = (points.get(j).bytes() - points.get(i).bytes()) * 1e9 / nanos;
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Kendall's variance of S, with groups of equal values taken out (Gilbert, equation 16.1). */
  private static double variance(List<LivePoint> points) {
    double variance = term(points.size());
    long[] bytes = points.stream().mapToLong(LivePoint::bytes).sorted().toArray();
    int group = 1;
    for (int i = 1; i <= bytes.length; i++) {
      if (i < bytes.length && bytes[i] == bytes[i - 1]) {
        group++;
      } else {
        variance -= term(group);
        group = 1;
      }
    }
    return Math.max(0, variance);
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5) / 18;
  }

  /** Growth over the period in bytes that is certain with 97.5 % confidence; negative if none. */
  public double certainGrowthBytes() {
    return low * periodNanos / 1e9;
  }

  /**
   * Whether it looks like a leak: the lower bound of the slope, over the period, makes up {@link
   * #LEAST_GROWTH} of the heap limit.
   *
   * @param maxHeapBytes heap limit; 0 when unknown, and then nothing is suspicious
   */
  public boolean suspicious(long maxHeapBytes) {
    return maxHeapBytes > 0 && certainGrowthBytes() >= LEAST_GROWTH * maxHeapBytes;
  }
}

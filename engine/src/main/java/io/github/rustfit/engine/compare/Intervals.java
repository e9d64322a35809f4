package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.stats.ShareDifference;

/**
 * Intervals on a change. Each takes the two-sided normal quantile {@code z} that stands for its
 * level, so that many of them can share one level.
 */
final class Intervals {

  private Intervals() {}

  /**
   * The difference of two shares: Newcombe's hybrid of two Wilson intervals, see {@link
   * ShareDifference}.
   */
  static Effect difference(Share before, Share after, double z) {
    ShareDifference it = ShareDifference.of(wilson(before, z), wilson(after, z));
    return new Effect(Effect.Kind.DIFFERENCE, it.value(), it.low(), it.high());
  }

  /** The same share with its Wilson interval at another level. */
  private static Share wilson(Share share, double z) {
    return Share.wilson(share.value(), share.samples(), z);
  }

  /**
   * The ratio of two rates of independent events. Given how many events there were on both sides
   * together, those of one side are binomial, whose Wilson interval turns into one of the ratio.
   *
   * <p>J. Przyborowski, H. Wilenski, "Homogeneity of results in testing samples from Poisson
   * series", Biometrika 31 (1940), p. 313–323; R. M. Price, D. G. Bonett, "Estimating the ratio of
   * two Poisson rates", Computational Statistics &amp; Data Analysis 34 (2000), p. 345–356.
   */
  static Effect ratio(Rate before, Rate after, double z) {
    long events = before.events() + after.events();
    Share ofAfter = Share.wilson((double) after.events() / events, events, z);
    double exposures = before.exposure(after) / after.exposure(before);
    return new Effect(
        Effect.Kind.RATIO,
        odds(ofAfter.value()) * exposures,
        odds(ofAfter.low()) * exposures,
        odds(ofAfter.high()) * exposures);
  }

  private static double odds(double p) {
    return p >= 1 ? Double.POSITIVE_INFINITY : p / (1 - p);
  }

  /**
   * The ratio of a percentile of two sets of pauses. Each percentile has the distribution-free
   * interval between two order statistics; their logarithms are put together as Newcombe does with
   * shares.
   *
   * <p>W. J. Conover, "Practical Nonparametric Statistics", 3rd edition, Wiley 1999, section 3.2;
   * G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: a general
   * approach", Statistics in Medicine 27 (2008), p. 1693–1702.
   *
   * @param percentile above 0, below 100
   */
  static Effect percentile(
      PauseHistogram before, PauseHistogram after, double percentile, double z) {
    double outside = Normal.tail(z);
    double[] from = logs(before, percentile, outside);
    double[] to = logs(after, percentile, outside);
    double value = to[1] - from[1];
    double below = StrictMath.hypot(to[1] - to[0], from[2] - from[1]);
    double above = StrictMath.hypot(to[2] - to[1], from[1] - from[0]);
    double ratio = StrictMath.exp(value);
    return new Effect(
        Effect.Kind.RATIO,
        ratio,
        Math.min(ratio, StrictMath.exp(value - below)),
        Math.max(ratio, StrictMath.exp(value + above)));
  }

  private static double[] logs(PauseHistogram pauses, double percentile, double outside) {
    long count = pauses.count();
    Ranks ranks = Ranks.of(count, percentile / 100, outside);
    double value = StrictMath.log(Math.max(1, pauses.percentileNanos(percentile)));
    double low =
        ranks.low() < 1
            ? Double.NEGATIVE_INFINITY
            : StrictMath.log(Math.max(1, pauses.nanosAt(ranks.low())));
    double high =
        ranks.high() > count
            ? Double.POSITIVE_INFINITY
            : StrictMath.log(Math.max(1, pauses.nanosAt(ranks.high())));
    return new double[] {Math.min(low, value), value, Math.max(high, value)};
  }
}

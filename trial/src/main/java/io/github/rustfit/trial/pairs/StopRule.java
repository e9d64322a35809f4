package io.github.rustfit.trial.pairs;

/**
 * When pairs have told enough. It looks at the width of the interval only, never at where it lies,
 * so that stopping favours no side (Y. S. Chow, H. Robbins, "On the asymptotic theory of
 * fixed-width sequential confidence intervals for the mean", Annals of Mathematical Statistics 36
 * (1965)).
 *
 * @param fewest pairs that are made in any case
 * @param most pairs after which it ends as wide as it is
 * @param width half the interval's width, as a share of the estimate, that is narrow enough
 */
public record StopRule(int fewest, int most, double width) {

  /** Ten to thirty pairs, until the ratio is known to 5 %. */
  public static final StopRule OF_TRIALS = new StopRule(10, 30, 0.05);

  public StopRule {
    if (fewest < PairedRatio.FEWEST || most < fewest || !(width > 0)) {
      throw new IllegalArgumentException(fewest + " to " + most + " pairs, " + width);
    }
  }

  /** Whether to make no more pairs. */
  public boolean enough(int pairs, PairedRatio ratio) {
    return pairs >= most || (pairs >= fewest && ratio.width() <= width);
  }
}

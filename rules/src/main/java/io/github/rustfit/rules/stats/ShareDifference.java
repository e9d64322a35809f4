package io.github.rustfit.rules.stats;

/**
 * The difference of two independent shares, {@code after − before}, with its 95 % confidence
 * interval: Newcombe's hybrid of two Wilson score intervals.
 *
 * <p>R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998), p. 873–890, method 10.
 *
 * @param value the measured difference, −1..1
 * @param low lower bound of the interval, −1..value
 * @param high upper bound of the interval, value..1
 */
public record ShareDifference(double value, double low, double high) {

  /** Nothing is known of at least one of the two. */
  public static final ShareDifference UNKNOWN = new ShareDifference(0, -1, 1);

  /** How much the share grew from {@code before} to {@code after}. */
  public static ShareDifference of(Share before, Share after) {
    if (!before.known() || !after.known()) {
      return UNKNOWN;
    }
    double value = after.value() - before.value();
    double below = Math.hypot(after.value() - after.low(), before.high() - before.value());
    double above = Math.hypot(after.high() - after.value(), before.value() - before.low());
    return new ShareDifference(value, Math.max(-1, value - below), Math.min(1, value + above));
  }

  /** Whether the share grew beyond the noise of sampling; of runs it says nothing. */
  public boolean grew() {
    return low > 0;
  }

  /** Whether the share shrank beyond the noise of sampling, likewise. */
  public boolean shrank() {
    return high < 0;
  }
}

package io.github.rustfit.rules.evidence.trial;

/**
 * A ratio of two times that were measured in pairs, with its 95 % confidence interval; above 1
 * where the port takes less. Rounded to four decimals, as it is written.
 *
 * @param low lower bound, above 0
 * @param value the estimate, low..high
 * @param high upper bound
 */
public record Gain(double low, double value, double high) {

  private static final double SCALE = 1e4;
  private static final double MOST = 1e9;

  public Gain {
    low = rounded(low);
    value = rounded(value);
    high = rounded(high);
    if (!(0 < low && low <= value && value <= high)) {
      throw new IllegalArgumentException("not a gain: " + low + ", " + value + ", " + high);
    }
  }

  private static double rounded(double value) {
    if (!(value > 0 && value <= MOST)) {
      throw new IllegalArgumentException("not a gain: " + value);
    }
    return Math.max(1, Math.rint(value * SCALE)) / SCALE;
  }
}

package io.github.rustfit.engine.arithmetic;

/**
 * Student's t distribution, also with a fractional number of degrees of freedom, as Welch's test
 * needs it. The same bits on every machine.
 *
 * <p>Student, "The probable error of a mean", Biometrika 6 (1908), p. 1–25; the incomplete beta
 * function by its continued fraction: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical
 * Functions", 1964, formulas 26.5.8 and 26.7.1.
 */
public final class StudentT {

  private static final double FARTHEST = 1e12;
  private static final double NOTHING = 1e-300;
  private static final int MOST_TERMS = 10_000;

  /** Lanczos' coefficients for g = 5: C. Lanczos, SIAM Journal on Numerical Analysis 1 (1964). */
  private static final double[] LANCZOS = {
    76.18009172947146,
    -86.50532032941677,
    24.01409824083091,
    -1.231739572450155,
    0.1208650973866179e-2,
    -0.5395239384953e-5
  };

  private StudentT() {}

  /**
   * The probability of more than {@code t}.
   *
   * @param t 0 or more
   * @param freedom degrees of freedom, above 0
   */
  public static double tail(double t, double freedom) {
    if (!(t >= 0) || !(freedom > 0)) {
      throw new IllegalArgumentException("t " + t + " with " + freedom + " degrees of freedom");
    }
    return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
  }

  /**
   * The {@code t} beyond which lies this probability; at most 1e12.
   *
   * @param probability above 0 and at most 0.5
   * @param freedom degrees of freedom, above 0
   */
  public static double beyond(double probability, double freedom) {
    if (!(probability > 0 && probability <= 0.5)) {
      throw new IllegalArgumentException("probability " + probability);
    }
    double high = 1;
    while (high < FARTHEST && tail(high, freedom) > probability) {
      high *= 2;
    }
    double low = 0;
    for (int i = 0; i < 200 && low < high; i++) {
      double middle = (low + high) / 2;
      if (tail(middle, freedom) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The regularised incomplete beta function. */
  private static double incompleteBeta(double a, double b, double x) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  /** The continued fraction, by Lentz's method. */
  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < NOTHING ? NOTHING : value;
  }

  private static double logGamma(double x) {
    double sum = 1.000000000190015;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + 1 + i);
    }
    double base = x + 5.5;
    return (x + 0.5) * StrictMath.log(base) - base + StrictMath.log(2.5066282746310005 * sum / x);
  }
}

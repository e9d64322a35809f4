package io.github.rustfit.engine.compare;

/** The standard normal distribution. The same bits on every machine. */
final class Normal {

  private Normal() {}

  /**
   * The probability of more than {@code x}, for x from 0 to 8, to within 1e-15.
   *
   * <p>G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4),
   * 2004.
   */
  static double tail(double x) {
    double sum = x;
    double term = x;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= x * x / i;
      sum += term;
    }
    return Math.max(
        0, 0.5 - sum * StrictMath.exp(-0.5 * x * x) / StrictMath.sqrt(2 * StrictMath.PI));
  }
}

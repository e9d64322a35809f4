package io.github.rustfit.engine.compare;

/**
 * The order statistics between which a quantile lies, whatever the distribution: how many of n
 * values lie below the quantile q is binomial (n, q).
 *
 * @param low rank of the lower one, 0 when no value is low enough
 * @param high rank of the upper one, n + 1 when no value is high enough
 */
record Ranks(long low, long high) {

  /** A term that changes no sum any more. */
  private static final double NOTHING = 1e-18;

  /**
   * The ranks beyond each of which the quantile lies with at most this probability.
   *
   * @param n how many values
   * @param q the quantile, above 0 and below 1
   * @param outside probability on each side
   */
  static Ranks of(long n, double q, double outside) {
    if (n == 0) {
      return new Ranks(0, 1);
    }
    // Terms relative to that of the mode, so that none of those that matter vanishes.
    long mode = Math.min(n, (long) ((n + 1) * q));
    long first = mode;
    double term = 1;
    double sum = 1;
    while (first > 0 && term > NOTHING) {
      term *= first * (1 - q) / ((n - first + 1) * q);
      first--;
      sum += term;
    }
    double firstTerm = term;
    long last = mode;
    term = 1;
    while (last < n && term > NOTHING) {
      term *= (n - last) * q / ((last + 1) * (1 - q));
      last++;
      sum += term;
    }
    double lastTerm = term;
    return new Ranks(
        low(n, q, outside * sum, first, firstTerm), high(n, q, outside * sum, last, lastTerm));
  }

  /** The largest rank r with P(X ≤ r − 1) at most what is allowed. */
  private static long low(long n, double q, double allowed, long first, double firstTerm) {
    long k = first;
    double term = firstTerm;
    double below = term;
    while (below <= allowed && k < n) {
      term *= (n - k) * q / ((k + 1) * (1 - q));
      k++;
      below += term;
    }
    return k;
  }

  /** The smallest rank r with P(X ≥ r) at most what is allowed. */
  private static long high(long n, double q, double allowed, long last, double lastTerm) {
    long k = last;
    double term = lastTerm;
    double above = term;
    while (above <= allowed && k > 0) {
      term *= k * (1 - q) / ((n - k + 1) * q);
      k--;
      above += term;
    }
    return k + 1;
  }
}

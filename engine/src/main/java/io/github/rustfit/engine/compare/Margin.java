package io.github.rustfit.engine.compare;

/**
 * How much must change before it counts.
 *
 * @param tolerance relative change of a rate or a pause, 0 or more, that two runs of the same
 *     program may show, e.g. 0.1
 * @param loadRatio load of the side after ÷ load of the side before, above 0, as declared; 1 when
 *     nothing is declared
 */
public record Margin(double tolerance, double loadRatio) {

  /** Probability, at most, that anything at all is said to have changed that did not. */
  public static final double FAMILY_ERROR = 0.05;

  /**
   * A tenth. Runs of the same program on the same machine commonly differ by some per cent, which
   * no interval from within one run can show: A. Georges, D. Buytaert, L. Eeckhout, "Statistically
   * rigorous Java performance evaluation", OOPSLA 2007.
   */
  public static final double DEFAULT_TOLERANCE = 0.1;

  /** A tenth, and equal load on both sides. */
  public static final Margin DEFAULT = new Margin(DEFAULT_TOLERANCE, 1);

  public Margin {
    if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tolerance " + tolerance);
    }
    if (!(loadRatio > 0 && loadRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("load ratio " + loadRatio);
    }
  }
}

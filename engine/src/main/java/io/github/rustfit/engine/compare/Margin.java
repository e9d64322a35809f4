package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.runs.RunTest;

/**
 * How much must change before it counts.
 *
 * @param tolerance relative change of a figure, 0 or more, that counts as none even where it is
 *     beyond noise, e.g. 0.1
 * @param loadRatio load of the side after ÷ load of the side before, above 0, as declared; 1 when
 *     nothing is declared
 */
public record Margin(double tolerance, double loadRatio) {

  /**
   * Probability, at most, that anything at all is said to have changed that did not: half of it
   * that something is said to have become worse.
   */
  public static final double FAMILY_ERROR = 2 * RunTest.FALSE_ALARMS;

  /** A tenth, see {@link RunTest#MARGIN}. */
  public static final double DEFAULT_TOLERANCE = RunTest.MARGIN;

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

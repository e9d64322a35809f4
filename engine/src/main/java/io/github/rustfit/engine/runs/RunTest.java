package io.github.rustfit.engine.runs;

import io.github.rustfit.engine.arithmetic.StudentT;
import io.github.rustfit.rules.stats.Runs;

/**
 * What can be told of a figure in several runs before and several runs after: Welch's test of the
 * means of the logarithms, so that a change is a factor, and one of the means themselves where a
 * side has none of it. The run is the unit: how many samples a run has does not come in, but for
 * that no two runs differ by less than the noise within one.
 *
 * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population
 * variances are involved", Biometrika 34 (1947), p. 28–35; the standard deviation of a logarithm is
 * the coefficient of variation, to first order (delta method).
 */
public final class RunTest {

  /**
   * A difference that counts as none, of the figure before. Two runs of one program on one machine
   * commonly differ by some per cent for reasons that are none of the program's: A. Georges, D.
   * Buytaert, L. Eeckhout, "Statistically rigorous Java performance evaluation", OOPSLA 2007.
   */
  public static final double MARGIN = 0.1;

  /**
   * Probability, at most, that a build in which nothing changed is told that any figure became
   * worse: one build in 200. What is said to have become better is as rarely wrong.
   */
  public static final double FALSE_ALARMS = 0.005;

  /** Fewest runs of a side of which it is known how much they differ. */
  public static final int FEWEST = 2;

  /** More runs than anybody records. */
  private static final int MOST = 1_000;

  private final double difference;
  private final double error;
  private final double freedom;
  private final boolean factor;
  private final double ratio;

  private RunTest(Runs before, Runs after) {
    factor = before.mean() > 0 && after.mean() > 0;
    ratio = before.mean() == 0 && after.mean() == 0 ? 1 : after.mean() / before.mean();
    double from = squared(factor ? before.variation() : before.deviation()) / before.count();
    double to = squared(factor ? after.variation() : after.deviation()) / after.count();
    difference = factor ? StrictMath.log(ratio) : after.mean() - before.mean();
    error = Math.sqrt(from + to);
    freedom = freedom(from, before.count() - 1, to, after.count() - 1);
  }

  /**
   * A test of these.
   *
   * @throws IllegalArgumentException unless both sides have at least {@link #FEWEST} runs
   */
  public static RunTest of(Runs before, Runs after) {
    if (!before.several() || !after.several()) {
      throw new IllegalArgumentException(before.count() + " and " + after.count() + " runs");
    }
    return new RunTest(before, after);
  }

  private static double squared(double value) {
    return value * value;
  }

  /** Welch's and Satterthwaite's degrees of freedom. */
  private static double freedom(double from, int fromFreedom, double to, int toFreedom) {
    double both = from + to;
    return both == 0
        ? fromFreedom + toFreedom
        : both * both / (from * from / fromFreedom + to * to / toFreedom);
  }

  /** The mean after divided by that before; infinite where there was none before. */
  public double ratio() {
    return ratio;
  }

  /** How far the difference reaches to either side. */
  private double reach(double outside) {
    return StudentT.beyond(outside, freedom) * error;
  }

  /**
   * Lower bound of the ratio; 0 where a side has none of it.
   *
   * @param outside probability that the true ratio lies below it
   */
  public double low(double outside) {
    return factor ? StrictMath.exp(difference - reach(outside)) : Math.min(ratio, 0);
  }

  /**
   * Upper bound of the ratio; infinite where a side has none of it.
   *
   * @param outside probability that the true ratio lies above it
   */
  public double high(double outside) {
    return factor
        ? StrictMath.exp(difference + reach(outside))
        : ratio == 0 ? 0 : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether the figure grew beyond noise, and measured by more than the margin.
   *
   * @param outside probability that this is said of a figure that did not grow
   * @param margin relative change that counts as none
   */
  public boolean grew(double outside, double margin) {
    return difference > reach(outside) && ratio > 1 + margin;
  }

  /** Whether it shrank beyond noise, likewise. */
  public boolean shrank(double outside, double margin) {
    return -difference > reach(outside) && ratio < 1 / (1 + margin);
  }

  /**
   * The relative growth from which on such runs tell it from noise, e.g. 0.2; infinite where a side
   * has none of it.
   */
  public double tells(double outside) {
    return factor ? StrictMath.exp(reach(outside)) - 1 : Double.POSITIVE_INFINITY;
  }

  /**
   * The relative growth from which on so many runs of such variation tell it from noise: t·√(1/m +
   * 1/n)·cv as a factor.
   *
   * @param variation standard deviation between runs, as a part of the mean
   */
  public static double tells(double variation, int before, int after, double outside) {
    return StrictMath.exp(
            StudentT.beyond(outside, before + after - 2)
                * variation
                * Math.sqrt(1.0 / before + 1.0 / after))
        - 1;
  }

  /** How many runs on each side tell a relative growth from noise; at most 1,000. */
  public static int runsFor(double growth, double variation, double outside) {
    int runs = FEWEST;
    while (runs < MOST && tells(variation, runs, runs, outside) > growth) {
      runs++;
    }
    return runs;
  }
}

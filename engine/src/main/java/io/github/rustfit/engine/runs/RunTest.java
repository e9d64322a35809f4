package io.github.rustfit.engine.runs;

import io.github.rustfit.engine.arithmetic.StudentT;
import io.github.rustfit.rules.stats.Runs;

/**
 * What can be told of a figure in several runs before and several runs after: Welch's test of the
 * means of the logarithms, so that a change is a factor. Where a side has none of it, that side has
 * no variance either; then it is Student's test of the means themselves, whose one variance is what
 * both sides have if nothing changed. The run is the unit: how many samples a run has does not come
 * in, but for that no two runs differ by less than the noise within one.
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

  private final double before;
  private final double after;
  private final double difference;
  private final double error;
  private final double freedom;
  private final boolean factor;
  private final double ratio;

  private RunTest(Runs before, Runs after) {
    this.before = before.mean();
    this.after = after.mean();
    factor = before.mean() > 0 && after.mean() > 0;
    ratio = before.mean() == 0 && after.mean() == 0 ? 1 : after.mean() / before.mean();
    int fromFreedom = before.count() - 1;
    int toFreedom = after.count() - 1;
    if (factor) {
      double from = squared(before.variation()) / before.count();
      double to = squared(after.variation()) / after.count();
      difference = StrictMath.log(ratio);
      error = Math.sqrt(from + to);
      freedom = freedom(from, fromFreedom, to, toFreedom);
    } else {
      freedom = fromFreedom + toFreedom;
      double pooled =
          (squared(before.deviation()) * fromFreedom + squared(after.deviation()) * toFreedom)
              / freedom;
      difference = after.mean() - before.mean();
      error = Math.sqrt(pooled / before.count() + pooled / after.count());
    }
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

  private boolean beyond(double distance, double outside) {
    return distance > 0 && (error == 0 || StudentT.tail(distance / error, freedom) < outside);
  }

  /** How far the difference reaches to either side. */
  private double reach(double outside) {
    return StudentT.beyond(outside, freedom) * error;
  }

  /**
   * Lower bound of the ratio. Where a side has none of it, infinite, 0 or 1 as the means differ or
   * may be equal.
   *
   * @param outside probability that the true ratio lies below it
   */
  public double low(double outside) {
    if (factor) {
      return StrictMath.exp(difference - reach(outside));
    }
    return Double.isInfinite(ratio) && difference <= reach(outside) ? 0 : ratio;
  }

  /**
   * Upper bound of the ratio, likewise.
   *
   * @param outside probability that the true ratio lies above it
   */
  public double high(double outside) {
    if (factor) {
      return StrictMath.exp(difference + reach(outside));
    }
    return ratio == 0 && -difference <= reach(outside) ? Double.POSITIVE_INFINITY : ratio;
  }

  /** The mean after less that before. */
  public double difference() {
    return after - before;
  }

  /** Lower bound of the difference of the means; with {@link #low} it excludes none. */
  public double lowDifference(double outside) {
    return factor ? before * (low(outside) - 1) : difference - reach(outside);
  }

  /** Upper bound of the difference of the means; with {@link #high} it excludes none. */
  public double highDifference(double outside) {
    return factor ? before * (high(outside) - 1) : difference + reach(outside);
  }

  /**
   * Whether the figure grew beyond noise, and measured by more than the margin.
   *
   * @param outside probability that this is said of a figure that did not grow
   * @param margin relative change that counts as none
   */
  public boolean grew(double outside, double margin) {
    return ratio > 1 + margin && beyond(difference, outside);
  }

  /** Whether it shrank beyond noise, likewise. */
  public boolean shrank(double outside, double margin) {
    return ratio < 1 / (1 + margin) && beyond(-difference, outside);
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

package io.github.rustfit.engine.trend;

import io.github.rustfit.engine.arithmetic.StudentT;

/**
 * A place at which a series may have changed.
 *
 * @param index of the first value after it
 * @param before the values before it, back to the change point before or the start
 * @param after the values after it, up to the next change point or the end
 * @param p probability of means at least as far apart if nothing changed, two-sided
 */
public record ChangePoint(int index, Level before, Level after, double p) {

  /**
   * The values between two change points.
   *
   * @param start index of the first one
   * @param end index behind the last one
   * @param mean their mean
   * @param squares the sum of their squared distances from it
   */
  public record Level(int start, int end, double mean, double squares) {

    static Level of(double[] series, int start, int end) {
      double sum = 0;
      for (int i = start; i < end; i++) {
        sum += series[i];
      }
      double mean = sum / (end - start);
      double squares = 0;
      for (int i = start; i < end; i++) {
        squares += (series[i] - mean) * (series[i] - mean);
      }
      return new Level(start, end, mean, squares);
    }

    /** How many there are. */
    public int count() {
      return end - start;
    }

    /** Standard deviation of the sample; 0 of a single value. */
    public double deviation() {
      return count() < 2 ? 0 : Math.sqrt(squares / (count() - 1));
    }
  }

  /** With Student's test, whose one variance is what both sides have if nothing changed. */
  static ChangePoint of(int index, Level before, Level after) {
    int freedom = before.count() + after.count() - 2;
    double pooled = (before.squares + after.squares) / freedom;
    return new ChangePoint(index, before, after, p(before, after, pooled, freedom));
  }

  /**
   * As Apache Otava tests: the squares of a side are divided by its count before they are pooled by
   * degrees of freedom, so that p is a little smaller than Student's.
   */
  static ChangePoint asOtava(int index, Level before, Level after) {
    int freedom = before.count() + after.count() - 2;
    double pooled =
        (before.squares * (before.count() - 1) / before.count()
                + after.squares * (after.count() - 1) / after.count())
            / freedom;
    return new ChangePoint(index, before, after, p(before, after, pooled, freedom));
  }

  private static double p(Level before, Level after, double pooled, int freedom) {
    double distance = Math.abs(after.mean - before.mean);
    if (freedom <= 0 || distance == 0) {
      return 1;
    }
    double error = Math.sqrt(pooled * (1.0 / before.count() + 1.0 / after.count()));
    return error == 0 ? 0 : 2 * StudentT.tail(distance / error, freedom);
  }

  /** The larger one of the relative changes from before to after and back; 1 from or to 0. */
  public double magnitude() {
    double forward = before.mean == 0 ? 0 : after.mean / before.mean - 1;
    double backward = after.mean == 0 ? 0 : before.mean / after.mean - 1;
    return Math.max(Math.abs(forward), Math.abs(backward));
  }
}

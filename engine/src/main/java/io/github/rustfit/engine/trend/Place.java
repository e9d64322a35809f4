package io.github.rustfit.engine.trend;

/**
 * Where a level may have changed, given how the values scatter: every index at which the sum of
 * squares of two levels is not too much larger than the least one. B. E. Hansen, "Sample splitting
 * and threshold estimation", Econometrica 68 (2000), p. 575–603, table 1: 7.35 for 95 %; the limit
 * of that statistic is the one of a change point. How often the true place lies within was
 * simulated: {@code docs/explanation/trend.md}.
 *
 * @param first least index that the first value after the change may have
 * @param last largest one
 */
record Place(int first, int last) {

  private static final double LIKELIHOOD_RATIO = 7.35;

  static Place of(double[] series, ChangePoint point) {
    int from = point.before().start();
    int to = point.after().end();
    double[] squares = new double[to];
    double least = Double.POSITIVE_INFINITY;
    for (int cut = from + 1; cut < to; cut++) {
      squares[cut] =
          ChangePoint.Level.of(series, from, cut).squares()
              + ChangePoint.Level.of(series, cut, to).squares();
      least = Math.min(least, squares[cut]);
    }
    double most = least * (1 + LIKELIHOOD_RATIO / (to - from));
    int first = point.index();
    int last = point.index();
    for (int cut = from + 1; cut < to; cut++) {
      if (squares[cut] <= most) {
        first = Math.min(first, cut);
        last = Math.max(last, cut);
      }
    }
    return new Place(first, last);
  }
}

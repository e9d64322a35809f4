package io.github.rustfit.engine.trend;

import java.util.List;
import java.util.Optional;

/**
 * A figure over the builds of a history.
 *
 * @param component of which it is; empty for the process
 * @param figure which one
 * @param points the builds that have it, in order
 * @param shifts where it changed for good, in order
 * @param pending a change that would be one if the level after it lasted; empty for none
 * @param state what can be said of it
 */
public record FigureTrend(
    String component,
    TrendFigure figure,
    List<Point> points,
    List<Shift> shifts,
    Optional<Shift> pending,
    State state) {

  public FigureTrend {
    points = List.copyOf(points);
    shifts = List.copyOf(shifts);
  }

  /** What can be said of a figure. */
  public enum State {
    /** It changed for good, at least once. */
    SHIFTED,
    /** It was tested and did not. */
    STABLE,
    /** Fewer builds than {@link Shifts#FEWEST} have it. */
    TOO_FEW_BUILDS,
    /** A build sees too few events of it in the mean, at any level. */
    TOO_FEW_EVENTS
  }

  /**
   * A build's value.
   *
   * @param build number of the build, from 1
   * @param value the figure
   */
  public record Point(int build, double value) {}

  /** The values alone. */
  public double[] values() {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  /**
   * The points of the level that lasts until now: behind the last shift, and before what may be
   * another one.
   */
  public List<Point> stable() {
    int from = shifts.isEmpty() ? 0 : shifts.get(shifts.size() - 1).point().index();
    int to = pending.map(one -> one.point().index()).orElse(points.size());
    return points.subList(from, to);
  }

  /** How many more builds it takes before anything can be said; 0 when none. */
  public int wanted() {
    return Math.max(0, Shifts.FEWEST - points.size());
  }
}

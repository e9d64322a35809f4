package io.github.rustfit.engine.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The change points of a series that persist: on both sides the level lasts for at least {@link
 * #LASTING} values, and it is significant by a test of its own.
 *
 * @param points those that persist, in order
 * @param pending one that would be among them if the level after it lasted; empty for none
 */
public record Shifts(List<ChangePoint> points, Optional<ChangePoint> pending) {

  /**
   * Fewest values before and after a change that make a level. One unlike value is an accident, two
   * may be one more; see {@code docs/explanation/trend.md} for what that costs and saves.
   */
  public static final int LASTING = 3;

  /** With fewer values nothing is said: a level before and one after do not fit in. */
  public static final int FEWEST = 2 * LASTING;

  public Shifts {
    points = List.copyOf(points);
  }

  /**
   * The shifts of a series.
   *
   * @param how what is asked of a change point
   * @param outside probability of means so far apart if nothing changed, below which each of them
   *     must lie; where several series are looked at, their part of it (Bonferroni)
   */
  public static Shifts of(double[] series, EDivisive how, double outside) {
    List<Integer> left =
        new ArrayList<>(how.find(series).stream().map(ChangePoint::index).toList());
    Optional<ChangePoint> pending = Optional.empty();
    while (true) {
      List<ChangePoint> points = points(series, left);
      int tooShort = tooShort(points);
      if (tooShort >= 0) {
        ChangePoint removed = points.get(tooShort);
        if (tooShort == points.size() - 1
            && removed.after().count() < LASTING
            && removed.before().count() >= LASTING
            && holds(removed, how, outside)) {
          pending = Optional.of(removed);
        }
        left.remove(tooShort);
        continue;
      }
      Optional<ChangePoint> weakest =
          points.stream()
              .filter(one -> !holds(one, how, outside))
              .max(Comparator.comparingDouble(ChangePoint::p));
      if (weakest.isEmpty()) {
        return new Shifts(points, pending);
      }
      left.remove(Integer.valueOf(weakest.get().index()));
    }
  }

  private static boolean holds(ChangePoint point, EDivisive how, double outside) {
    return point.p() < outside && point.magnitude() > how.minMagnitude();
  }

  private static List<ChangePoint> points(double[] series, List<Integer> indexes) {
    List<ChangePoint> points = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      int from = i == 0 ? 0 : indexes.get(i - 1);
      int to = i + 1 == indexes.size() ? series.length : indexes.get(i + 1);
      points.add(
          ChangePoint.of(
              indexes.get(i),
              ChangePoint.Level.of(series, from, indexes.get(i)),
              ChangePoint.Level.of(series, indexes.get(i), to)));
    }
    return points;
  }

  /**
   * The change point that makes a level too short, the weaker one of both ends of it; −1 when none
   * does. The end comes first, so that what is pending is held against all that was before.
   */
  private static int tooShort(List<ChangePoint> points) {
    for (int i = points.size() - 1; i >= 0; i--) {
      ChangePoint one = points.get(i);
      if (one.after().count() >= LASTING) {
        continue;
      }
      boolean next = i + 1 < points.size() && points.get(i + 1).p() > one.p();
      return next ? i + 1 : i;
    }
    return !points.isEmpty() && points.get(0).before().count() < LASTING ? 0 : -1;
  }
}

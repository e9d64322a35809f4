package io.github.rustfit.engine.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Change points of a series as Apache Otava finds them: E-Divisive, whose significance is decided
 * by Student's test instead of random permutations, so that equal series always give equal results.
 * M. Fleming, P. Kołaczkowski, I. Kumar, S. Das, S. McCarthy, P. Pattabhiraman, H. Ingo, "Hunter:
 * using change point detection to hunt for performance regressions", ICPE 2023, section 3: windows
 * that overlap by half are split at tenfold {@code maxP} (weak change points); then the weakest one
 * is taken out again until all that are left are significant and large enough.
 *
 * @param window how many values are looked at at once, at least 2
 * @param maxP significance that a change point must reach
 * @param minMagnitude relative change that it must exceed, see {@link ChangePoint#magnitude()}
 */
public record EDivisive(int window, double maxP, double minMagnitude) {

  /** Values that Otava looks at at once. */
  static final int WINDOW = 50;

  /** Otava's own defaults but for the magnitude: a window of 50 values and p below 0.001. */
  public static EDivisive above(double minMagnitude) {
    return new EDivisive(WINDOW, 0.001, minMagnitude);
  }

  public EDivisive {
    if (window < 2 || !(maxP > 0 && maxP < 1) || !(minMagnitude >= 0)) {
      throw new IllegalArgumentException(window + ", " + maxP + ", " + minMagnitude);
    }
  }

  /** The change points, in order. */
  public List<ChangePoint> find(double[] series) {
    return strong(weak(series), series);
  }

  /** The significance of the first pass, as Otava relaxes it. */
  private double relaxedP() {
    return maxP < 0.05 ? maxP * 10 : maxP < 0.5 ? maxP * 2 : maxP;
  }

  private List<ChangePoint> weak(double[] series) {
    List<Integer> found = new ArrayList<>();
    int step = window / 2;
    for (int start = 0; start < series.length; ) {
      int end = Math.min(start + window, series.length);
      List<Integer> here = divide(Arrays.copyOfRange(series, start, end));
      int last = 0;
      for (int index : here) {
        last = start + index;
        if (!found.contains(last)) {
          found.add(last);
        }
      }
      start = Math.max(last, start + step);
    }
    found.sort(Comparator.naturalOrder());
    List<ChangePoint> weak = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int from = i == 0 ? 0 : found.get(i - 1);
      int to = i + 1 == found.size() ? series.length : found.get(i + 1);
      weak.add(point(series, from, found.get(i), to));
    }
    return weak;
  }

  private static ChangePoint point(double[] series, int from, int index, int to) {
    return ChangePoint.asOtava(
        index, ChangePoint.Level.of(series, from, index), ChangePoint.Level.of(series, index, to));
  }

  /** Cuts where values diverge most, again and again, while the cut is significant. */
  private List<Integer> divide(double[] part) {
    Divergence divergence = new Divergence(part);
    List<Integer> borders = new ArrayList<>(List.of(0, part.length));
    while (true) {
      Divergence.Cut best = null;
      int at = 0;
      for (int i = 1; i < borders.size(); i++) {
        if (borders.get(i) - borders.get(i - 1) > 1) {
          Divergence.Cut cut = divergence.best(borders.get(i - 1), borders.get(i));
          if (best == null || cut.size() > best.size()) {
            best = cut;
            at = i;
          }
        }
      }
      if (best == null
          || point(part, borders.get(at - 1), best.index(), borders.get(at)).p() > relaxedP()) {
        return borders.subList(1, borders.size() - 1);
      }
      borders.add(at, best.index());
    }
  }

  /**
   * Takes out the weakest one by one. As Otava does, the change point behind the one that is taken
   * out and the one after that are looked at anew, and the one before it is not.
   */
  private List<ChangePoint> strong(List<ChangePoint> weak, double[] series) {
    List<ChangePoint> left = new ArrayList<>(weak);
    while (!left.isEmpty()) {
      int weakest = first(left, Comparator.comparingDouble(one -> -one.p()));
      if (left.get(weakest).p() < maxP) {
        weakest = first(left, Comparator.comparingDouble(ChangePoint::magnitude));
        if (left.get(weakest).magnitude() > minMagnitude) {
          break;
        }
      }
      left.remove(weakest);
      for (int i = weakest; i < Math.min(weakest + 2, left.size()); i++) {
        int from = i == 0 ? 0 : left.get(i - 1).index();
        int to = i + 1 == left.size() ? series.length : left.get(i + 1).index();
        left.set(i, point(series, from, left.get(i).index(), to));
      }
    }
    return List.copyOf(left);
  }

  /** Of equal ones the first. */
  private static int first(List<ChangePoint> points, Comparator<ChangePoint> order) {
    int first = 0;
    for (int i = 1; i < points.size(); i++) {
      if (order.compare(points.get(i), points.get(first)) < 0) {
        first = i;
      }
    }
    return first;
  }
}

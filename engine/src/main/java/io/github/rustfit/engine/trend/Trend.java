package io.github.rustfit.engine.trend;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changed for good over the builds of a history.
 *
 * @param builds the builds, in the order of the history
 * @param margin relative change of a figure that does not count
 * @param tested how many figures were tested; see {@link #outside(int, int)}
 * @param figures every figure, those of the process first, then by component
 * @param problems what is odd about the history
 */
public record Trend(
    List<RecordedBuild> builds,
    double margin,
    int tested,
    List<FigureTrend> figures,
    List<Problem> problems) {

  /** Significance that a shift must reach, as Apache Otava asks for, all figures together. */
  public static final double FALSE_SHIFTS = 0.001;

  public Trend {
    builds = List.copyOf(builds);
    figures = List.copyOf(figures);
    problems = List.copyOf(problems);
  }

  /** Probability below which a shift must lie. */
  public double outside() {
    return outside(tested, builds.size());
  }

  /**
   * Probability below which a shift must lie: {@link #FALSE_SHIFTS}, which Otava asks of a window,
   * shared by all windows of all figures (Bonferroni). The longer a history, the more often three
   * builds in a row happen to be alike.
   *
   * @param figures how many are tested
   * @param builds how long the history is
   */
  static double outside(int figures, int builds) {
    int windows = (builds + EDivisive.WINDOW - 1) / EDivisive.WINDOW;
    return FALSE_SHIFTS / Math.max(1, figures) / Math.max(1, windows);
  }

  /** A shift and whose it is. */
  public record Found(FigureTrend of, Shift shift) {}

  /** Every shift, the latest first. */
  public List<Found> shifts() {
    return found(figures.stream().flatMap(of -> of.shifts().stream().map(it -> new Found(of, it))));
  }

  /** What may become a shift, the latest first. */
  public List<Found> pending() {
    return found(
        figures.stream().flatMap(of -> of.pending().stream().map(it -> new Found(of, it))));
  }

  private static List<Found> found(Stream<Found> all) {
    return all.sorted(
            Comparator.<Found>comparingInt(one -> -one.shift.likely().after().number())
                .thenComparing(one -> one.of.component())
                .thenComparing(one -> one.of.figure()))
        .toList();
  }

  /** Figures of which that can be said. */
  public List<FigureTrend> figures(FigureTrend.State state) {
    return figures.stream().filter(one -> one.state() == state).toList();
  }
}

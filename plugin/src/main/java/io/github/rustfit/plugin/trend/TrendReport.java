package io.github.rustfit.plugin.trend;

import io.github.rustfit.engine.trend.FigureTrend;
import io.github.rustfit.engine.trend.Shift;
import io.github.rustfit.engine.trend.Trend;
import io.github.rustfit.readers.history.CommitsBetween;
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What all writers show.
 *
 * @param project name of the project
 * @param trend what changed for good
 * @param shifts the shifts, the latest first
 * @param pending what may become one
 * @param problems what is odd, and what the clone does not tell
 */
public record TrendReport(
    String project, Trend trend, List<Row> shifts, List<Row> pending, List<Problem> problems) {

  public TrendReport {
    shifts = List.copyOf(shifts);
    pending = List.copyOf(pending);
    problems = List.copyOf(problems);
  }

  /**
   * A shift.
   *
   * @param of the figure
   * @param shift what became of it
   * @param commits how many commits lie between the builds between which it certainly changed;
   *     empty when unknown
   */
  public record Row(FigureTrend of, Shift shift, OptionalInt commits) {}

  /**
   * Looks up the commits of shifts.
   *
   * @param root at or below the work tree
   * @param problems of the history
   */
  public static TrendReport of(String project, Path root, Trend trend, List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    Map<String, CommitsBetween> counted = new HashMap<>();
    List<Row> shifts = rows(trend.shifts(), root, counted);
    List<Row> pending = rows(trend.pending(), root, counted);
    counted.values().stream()
        .map(CommitsBetween::why)
        .filter(why -> !why.isEmpty())
        .sorted()
        .findFirst()
        .ifPresent(
            why ->
                all.add(
                    new Problem(
                        "",
                        0,
                        "How many commits lie between builds is not known of every shift: "
                            + why
                            + ".",
                        "The names of the commits hold; in a clone with the whole history (git fetch"
                            + " --unshallow; in CI fetch-depth: 0) they are counted.")));
    return new TrendReport(project, trend, shifts, pending, all);
  }

  private static List<Row> rows(
      List<Trend.Found> found, Path root, Map<String, CommitsBetween> counted) {
    List<Row> rows = new ArrayList<>();
    for (Trend.Found one : found) {
      String from = one.shift().certain().before().build().commit();
      String to = one.shift().certain().after().build().commit();
      OptionalInt commits =
          from.isEmpty() || to.isEmpty()
              ? OptionalInt.empty()
              : counted
                  .computeIfAbsent(from + ".." + to, it -> CommitsBetween.of(root, from, to))
                  .count();
      rows.add(new Row(one.of(), one.shift(), commits));
    }
    return rows;
  }
}

package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.plugin.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of the build's log: what changed, at most {@value #WIDTH} columns. */
public final class CompareTable {

  static final int WIDTH = 120;

  private static final int MOST_ROWS = 20;
  private static final int LONGEST_NAME = 26;

  private CompareTable() {}

  /**
   * The table, line by line: what became worse, better or moved, what is judged otherwise, a
   * summary, and where the page is.
   *
   * @param page where the page is, shown as given
   */
  public static List<String> lines(Comparison comparison, String page) {
    List<String> rows = new ArrayList<>();
    for (Change change : List.of(Change.WORSE, Change.BETTER, Change.MOVED)) {
      comparison.figures(change).forEach(one -> rows.add(row(one.component(), one.figure())));
    }
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add(row("WHERE", "FIGURE", "BEFORE", "AFTER", "RESULT", "CHANGE"));
      lines.addAll(rows.subList(0, Math.min(MOST_ROWS, rows.size())));
      if (rows.size() > MOST_ROWS) {
        lines.add("+ " + (rows.size() - MOST_ROWS) + " more in the report");
      }
    }
    comparison.components().stream()
        .filter(ComponentComparison::judgedOtherwise)
        .limit(MOST_ROWS)
        .forEach(one -> lines.add(line(one.name() + ": " + CompareText.verdicts(one))));
    lines.add("rustfit: " + CompareText.summary(comparison));
    lines.add("Report: " + Texts.terminal(page));
    return lines;
  }

  private static String row(String component, MetricComparison figure) {
    return row(
        component.isEmpty() ? "process" : component,
        figure.measure().title(),
        CompareText.before(figure),
        CompareText.after(figure),
        figure.change().title(),
        CompareText.effect(figure));
  }

  private static String row(
      String where, String figure, String before, String after, String result, String change) {
    return line(
        String.format(
            Locale.ROOT,
            "%-" + LONGEST_NAME + "s  %-28s  %12s  %12s  %-6s  %s",
            Texts.cut(Texts.terminal(where), LONGEST_NAME),
            Texts.cut(figure, 28),
            before,
            after,
            result,
            change));
  }

  private static String line(String text) {
    return Texts.cut(Texts.terminal(text), WIDTH).stripTrailing();
  }
}

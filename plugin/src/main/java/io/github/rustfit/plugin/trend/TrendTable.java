package io.github.rustfit.plugin.trend;

import io.github.rustfit.plugin.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of the build's log: the latest shifts, at most {@value #WIDTH} columns. */
public final class TrendTable {

  static final int WIDTH = 120;

  private static final int MOST_ROWS = 20;
  private static final int LONGEST_NAME = 26;

  private TrendTable() {}

  /**
   * The table, line by line: shifts, what may become one, a summary, and where the page is.
   *
   * @param page where the page is, shown as given
   */
  public static List<String> lines(TrendReport report, String page) {
    List<String> lines = new ArrayList<>();
    if (!report.shifts().isEmpty()) {
      lines.add(row("WHERE", "FIGURE", "BEFORE", "AFTER", "CHANGE", "COMMITS (95 %)"));
      report.shifts().stream().limit(MOST_ROWS).forEach(one -> lines.add(row(one)));
      if (report.shifts().size() > MOST_ROWS) {
        lines.add("+ " + (report.shifts().size() - MOST_ROWS) + " earlier ones in the report");
      }
    }
    report.pending().stream()
        .limit(MOST_ROWS)
        .forEach(
            one ->
                lines.add(
                    line(
                        "may be a shift: "
                            + TrendText.where(one.of())
                            + ", "
                            + one.of().figure().title()
                            + " "
                            + TrendText.change(one.shift())
                            + " since "
                            + TrendText.name(one.shift().likely().after())
                            + "; "
                            + TrendText.pending(one))));
    lines.add("rustfit: " + TrendText.summary(report));
    lines.add("Report: " + Texts.terminal(page));
    return lines;
  }

  private static String row(TrendReport.Row one) {
    return row(
        TrendText.where(one.of()),
        one.of().figure().title(),
        TrendText.before(one),
        TrendText.after(one),
        TrendText.change(one.shift()) + " " + TrendText.title(one.shift().change()),
        TrendText.range(one.shift().certain()));
  }

  private static String row(
      String where, String figure, String before, String after, String change, String commits) {
    return line(
        String.format(
            Locale.ROOT,
            "%-" + LONGEST_NAME + "s  %-24s  %11s  %11s  %-14s  %s",
            Texts.cut(Texts.terminal(where), LONGEST_NAME),
            Texts.cut(figure, 24),
            before,
            after,
            change,
            commits));
  }

  private static String line(String text) {
    return Texts.cut(Texts.terminal(text), WIDTH).stripTrailing();
  }
}

package io.github.rustfit.plugin.trend;

import io.github.rustfit.engine.trend.FigureTrend;
import io.github.rustfit.engine.trend.Shift;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.output.Asset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page shows.
 *
 * @param report the trend
 * @param style the style sheet
 */
record TrendPage(TrendReport report, Asset style) {

  /** Figures that are drawn; beyond, a page is no help. */
  static final int MOST_CHARTS = 60;

  /** Figures that are listed. */
  static final int MOST_ROWS = 500;

  static TrendPage of(TrendReport report) {
    return new TrendPage(report, Asset.join(HtmlReport.class, "report.css", "trend.css"));
  }

  /** Nothing is loaded and nothing is run. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src " + style.csp();
  }

  /**
   * A figure that shifted, or may have.
   *
   * @param of the figure
   * @param rows its shifts, the latest first
   * @param pending what may become one
   * @param chart its picture
   */
  record Drawn(
      FigureTrend of,
      List<TrendReport.Row> rows,
      List<TrendReport.Row> pending,
      TrendChart chart) {}

  /** The figures that are drawn, that with the latest shift first. */
  List<Drawn> drawn() {
    List<Drawn> drawn = new ArrayList<>();
    List<TrendReport.Row> all = new ArrayList<>(report.shifts());
    all.addAll(report.pending());
    all.stream()
        .map(TrendReport.Row::of)
        .distinct()
        .limit(MOST_CHARTS)
        .forEach(
            of ->
                drawn.add(
                    new Drawn(
                        of,
                        report.shifts().stream().filter(row -> row.of() == of).toList(),
                        report.pending().stream().filter(row -> row.of() == of).toList(),
                        TrendChart.of(of, report.trend().builds().size()))));
    return drawn;
  }

  /** How many figures with a shift are not drawn. */
  int others() {
    List<TrendReport.Row> all = new ArrayList<>(report.shifts());
    all.addAll(report.pending());
    return (int)
        Math.max(0, all.stream().map(TrendReport.Row::of).distinct().count() - MOST_CHARTS);
  }

  /** All figures, for the table. */
  List<FigureTrend> figures() {
    return report.trend().figures().stream().limit(MOST_ROWS).toList();
  }

  int figuresLeftOut() {
    return Math.max(0, report.trend().figures().size() - MOST_ROWS);
  }

  long count(Shift.Change change) {
    return report.shifts().stream().filter(one -> one.shift().change() == change).count();
  }

  /** The colours of a change, which its text says too. */
  static String colours(Shift.Change change) {
    return switch (change) {
      case BETTER -> "passed";
      case WORSE -> "failed";
      case MOVED -> "review-for-rust";
    };
  }

  /** The level that lasts, in its unit. */
  static String level(FigureTrend of) {
    return TrendText.value(
        of.figure(),
        of.stable().stream().mapToDouble(FigureTrend.Point::value).average().orElse(0));
  }
}

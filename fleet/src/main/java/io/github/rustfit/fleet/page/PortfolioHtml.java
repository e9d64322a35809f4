package io.github.rustfit.fleet.page;

import gg.jte.output.StringOutput;
import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import java.util.List;

/** {@code portfolio.html}, for people: one file that opens from disk and loads nothing. */
public final class PortfolioHtml {

  private PortfolioHtml() {}

  /** The page. */
  public static String of(
      List<PortfolioRow> portfolio,
      List<FindingRow> findings,
      List<LimitRow> limits,
      InputCounts inputs) {
    StringOutput html = new StringOutput();
    render(new HtmlOutput(html), PortfolioPage.of(portfolio, findings, limits, inputs));
    return html.toString();
  }

  /** Generated code takes null for "no interceptor", which its signature cannot say. */
  @SuppressWarnings("NullAway")
  private static void render(HtmlOutput html, PortfolioPage page) {
    JteportfolioGenerated.render(html, null, page);
  }
}

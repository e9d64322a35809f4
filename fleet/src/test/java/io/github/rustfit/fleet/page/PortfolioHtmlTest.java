package io.github.rustfit.fleet.page;

import static io.github.rustfit.fleet.page.Portfolios.component;
import static io.github.rustfit.fleet.page.Portfolios.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.RowLabels;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Figures of the page, worked out by hand from a few rows. */
class PortfolioHtmlTest {

  private static final InputCounts NO_INPUTS = InputCounts.of(Map.of(), List.of());

  private static final ServiceFacts PRICED = service("priced", "1.10", true);
  private static final ServiceFacts BEFORE = service("priced", "1.9", true);
  private static final ServiceFacts BUSY = service("busy", "3", false);
  private static final ServiceFacts UNKNOWN = service(null, null, false);

  private static final List<PortfolioRow> ROWS =
      List.of(
          component(PRICED, "a", "red", Verdict.TUNE_JVM_FIRST, 0.2),
          component(PRICED, "b", "blue", Verdict.KEEP_IN_JAVA, 0.4),
          component(BEFORE, "a", "red", Verdict.REVIEW_FOR_RUST, 0.8),
          component(BUSY, "c", "red", Verdict.KEEP_IN_JAVA, 0.6),
          PortfolioRow.withoutComponents(UNKNOWN));

  private static Document page(List<PortfolioRow> rows, InputCounts inputs) {
    return Jsoup.parse(PortfolioHtml.of(rows, Portfolios.findings(rows), List.of(), inputs));
  }

  private static List<String> cells(Document page, String rows) {
    return page.select(rows).stream()
        .map(row -> String.join("|", row.select("th, td").eachText()))
        .toList();
  }

  @Test
  void services_are_ranked_by_money_then_by_cores() {
    Document page = page(ROWS, NO_INPUTS);
    // Of 2 cores and of 1000 EUR, half of 0.2 and half of 0.4 could go, from half to 1.5 of that.
    assertThat(cells(page, "#services-table tbody tr"))
        .extracting(row -> row.substring(0, row.indexOf("|2.00")))
        .containsExactly(
            "priced|1.10|blue, red|1 Fix or tune in Java first 1 Keep in Java|300 (150–450) EUR"
                + "|0.60 (0.30–0.90)",
            "busy|3|red|1 Keep in Java|unknown|0.60 (0.30–0.90)",
            "(no service named)|unknown|unknown|unknown|unknown|unknown");
  }

  @Test
  void only_last_versions_count() {
    Document page = page(ROWS, NO_INPUTS);
    assertThat(page.select(".tile").eachText())
        .containsExactly(
            "0 Review for Rust",
            "0 Worth a trial",
            "1 Fix or tune in Java first",
            "2 Keep in Java",
            "0 Not enough evidence");
    assertThat(cells(page, "#trend tbody tr"))
        .extracting(row -> row.substring(0, row.indexOf("|5|")))
        .containsExactly("priced|1.9", "priced|1.10");
    // 0.1, 0.2 and 0.3 of the CPU, each of 2 cores.
    assertThat(cells(page, "#recurring tbody tr"))
        .singleElement()
        .asString()
        .startsWith("boxed-values|2|3|20.0 % (10.0–30.0 %)|1.20|");
  }

  @Test
  void teams_own_components() {
    assertThat(cells(page(ROWS, NO_INPUTS), "#teams tbody tr"))
        .containsExactly(
            "blue|1|1 Keep in Java|200 (100–300) EUR|0.40 (0.20–0.60)",
            "red|2|1 Fix or tune in Java first 1 Keep in Java|100 (50–150) EUR|0.80 (0.40–1.20)");
  }

  @Test
  void gaps_and_failed_inputs_are_named() {
    InputRow failed =
        new InputRow(
            "in",
            "x/<b>.jfr",
            null,
            "unknown",
            null,
            "failed",
            "It is <torn>.",
            RowLabels.of(Labels.NONE));
    Document page = page(ROWS, InputCounts.of(Map.of("read", 7L, "failed", 3L), List.of(failed)));
    assertThat(cells(page, "#gaps tbody tr"))
        .containsExactly("instances|2|busy (no service named)", "prices|2|busy (no service named)");
    assertThat(page.select("#gaps .problems li").eachText())
        .containsExactly("failed x/<b>.jfr: It is <torn>.");
    assertThat(page.select("#gaps").text()).contains("2 more are named in inputs.parquet");
  }

  @Test
  void an_empty_portfolio_says_so() {
    Document page = page(List.of(), NO_INPUTS);
    assertThat(page.select("main").text())
        .contains("Nothing was found in more than one service", "No component is known");
  }

  @Test
  void loads_nothing_and_runs_its_own_script_alone() {
    Document page = page(ROWS, NO_INPUTS);
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .matches("default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'");
    assertThat(page.select("[src], link, iframe, object, form, [style], [onclick]")).isEmpty();
    for (Element link : page.select("a[href]")) {
      assertThat(link.attr("href")).matches("#[a-z0-9-]+|evidence/[A-Za-z0-9._~/-]+");
    }
  }

  @Test
  void every_link_within_leads_somewhere() {
    Document page = page(ROWS, NO_INPUTS);
    for (Element link : page.select("a[href^=#]")) {
      assertThat(page.select(link.attr("href"))).as(link.attr("href")).hasSize(1);
    }
  }

  @Test
  void locales_change_nothing() {
    String here = PortfolioHtml.of(ROWS, Portfolios.findings(ROWS), List.of(), NO_INPUTS);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(PortfolioHtml.of(ROWS, Portfolios.findings(ROWS), List.of(), NO_INPUTS))
          .isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }
}

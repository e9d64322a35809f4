package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every figure of the page back; what is expected was worked out by hand. */
class HtmlFiguresTest {

  private static Document page;

  @BeforeAll
  static void write() throws IOException {
    page = Jsoup.parse(Rendered.html(EveryFigure.assessment()));
  }

  /** Lines below a line with {@code #}; what is no row, with a bar or a colon, explains one. */
  private static Map<String, List<String>> expected(String resource, String mark)
      throws IOException {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> part = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(HtmlFiguresTest.class.getResourceAsStream(resource))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("# ")) {
          part = new ArrayList<>();
          parts.put(line.substring(2), part);
        } else if (line.contains(mark)) {
          part.add(line.strip());
        }
      }
    }
    return parts;
  }

  private static List<String> rows(Element table) {
    return table.select("> tbody > tr, > tfoot > tr").stream()
        .map(row -> row.select("> th, > td").stream().map(Element::text))
        .map(cells -> cells.collect(Collectors.joining(" | ")).strip())
        .toList();
  }

  @Test
  void every_table_has_each_figure_in_its_row_and_column() throws IOException {
    for (Map.Entry<String, List<String>> table : expected("every-table.txt", " |").entrySet()) {
      List<Element> found =
          page.select("caption").stream()
              .filter(caption -> caption.text().equals(table.getKey()))
              .toList();
      assertThat(found).as(table.getKey()).isNotEmpty();
      assertThat(rows(Objects.requireNonNull(found.get(0).parent())))
          .as(table.getKey())
          .containsExactlyElementsOf(table.getValue());
    }
  }

  @Test
  void a_lower_bound_of_what_was_allocated_is_called_one() throws IOException {
    Document shenandoah = Jsoup.parse(Rendered.html(CacheService.underShenandoah()));

    assertThat(shenandoah.select("dt:containsOwn(Allocation rate) + dd").text())
        .isEqualTo("at least 294.3 MiB/s");
  }

  @Test
  void no_table_is_left_out_here() throws IOException {
    SortedSet<String> captions = new TreeSet<>(page.select("caption").eachText());

    assertThat(captions).isEqualTo(new TreeSet<>(expected("every-table.txt", " |").keySet()));
  }

  @Test
  void every_list_of_figures_has_each_at_its_label() throws IOException {
    for (Map.Entry<String, List<String>> list : expected("every-figure.txt", ": ").entrySet()) {
      Element found =
          page.select("dl").stream()
              .filter(dl -> dl.expectFirst("dt").text().equals(list.getKey()))
              .findFirst()
              .orElseThrow();
      List<String> figures = new ArrayList<>();
      List<String> labels = found.select("dt").eachText();
      List<Element> values = found.select("dd");
      for (int i = 0; i < labels.size(); i++) {
        figures.add(labels.get(i) + ": " + values.get(i).text());
      }
      assertThat(figures).containsExactlyElementsOf(list.getValue());
    }
  }

  @Test
  void every_bar_is_as_long_as_its_share() {
    Element row = page.expectFirst("#overview-table tbody tr");
    assertThat(bar(row.select("td").get(2))).isEqualTo("21.10% 20.30% 2.00%");
    assertThat(bar(row.select("td").get(5))).isEqualTo("30.70% 29.30% 1.80%");
    assertThat(row.select("[data-sort]").eachAttr("data-sort"))
        .hasSize(6)
        .startsWith("2", "0.211")
        .endsWith("0.307", "4219");
  }

  private static String bar(Element cell) {
    return cell.select("rect.value").attr("width")
        + " "
        + cell.select("rect.interval").attr("x")
        + " "
        + cell.select("rect.interval").attr("width");
  }

  @Test
  void the_tiles_count_components_by_verdict() {
    assertThat(page.select(".tiles .tile").eachText())
        .containsExactly(
            "0 Review for Rust",
            "0 Worth a trial",
            "1 Fix or tune in Java first",
            "0 Keep in Java",
            "2 Not enough evidence",
            "Limit check failed");
  }

  /**
   * The three gates before the failed one pass, and the one behind it that is open settles none.
   */
  @Test
  void the_path_through_the_gates_has_each_state() {
    Element path = page.expectFirst("ol.gates");
    assertThat(path.select(".gate").eachText())
        .containsExactly(
            "Is there enough evidence?",
            "Does it hurt?",
            "Could replacing it help?",
            "Is Java tuned?",
            "Does it pay?",
            "Can you carry it?");
    assertThat(path.select(".muted").eachText())
        .element(3)
        .isEqualTo("gate G3 (tuning) passes when JVM tuning is exhausted: fail");
    assertThat(path.select(".state").eachText())
        .containsExactly("yes", "yes", "yes", "no, stopped here", "unknown", "yes");
  }

  @Test
  void every_finding_has_its_cost_place_and_id() {
    assertThat(page.select("details.component ol.findings > li").eachText())
        .containsExactly(
            "error costs 5.3 % of CPU, 9.1 % of allocated bytes, 2.0 s of waiting Slice."
                + " It copies. shop/src/Price.java:47 confirmed by what was measured"
                + " rule copies, id copies:Price",
            "note Use long. It boxes. shop/src/Tax.java:53 found in the repository, not confirmed"
                + " by a recording rule boxing, id boxing:Tax");
    assertThat(page.select("#process ~ ul.findings > li").eachText())
        .containsExactly(
            "warning Enlarge it. It is full. confirmed by what was measured"
                + " rule declared-horizon, id heap-room");
    assertThat(page.select("details.component ul.findings > li").eachText())
        .containsExactly(
            "note Compile it. A match. shop/src/Tax.java:59 found in the repository, not confirmed"
                + " by a recording rule regex-in-loop, id regex:Tax");
    assertThat(page.text()).contains("boxing-in-loop 67 regex-in-loop 71");
  }

  /**
   * 0.289353 of the requests meet a pause that matters, so 71.06 % meet none; ceilings and
   * estimates, the boundary and the economics are rounded from the fixture.
   */
  @Test
  void every_sentence_has_its_figures() {
    assertThat(page.text())
        .contains(
            "Pauses are visible at p99.5: 28.9 % of the requests meet a pause long enough to"
                + " matter; 0.5 % may miss the target. They show from p71.06 on.",
            "22.7 % of the CPU samples are in own code, 60.0 % in the JDK and libraries that it called",
            "17.3 % belong to no component",
            "com.shop.price.Price.parse owns 10.1 % of the CPU samples.",
            "shop/price Fix or tune in Java first CPU 21.1 %, allocation 30.7 %",
            "the whole process would be 1.22× as fast (1.21× to 1.23× over the confidence",
            "Expect 1.03× (low), 1.06× (central) or 1.10× (high) for the whole process, if the"
                + " replaced code itself becomes 0.61× (low), 1.38× (central) or 2.92× (high)",
            "Hot code 63.1 % text and numbers, 36.9 % something else.",
            "Gain of the code 0.61× (low), 1.38× (central) or 2.92× (high), assumed: seven kernels.",
            "Language boundary Java Native Interface: 4.3 % (pessimistic), 2.1 % (central) or 0.7 %"
                + " (optimistic) of the CPU, assumed: a benchmark.",
            "Smallest entry shape: sidecar behind Price.parse(String), Tax.rate(), 91.0 % of the"
                + " component's CPU. It serves. A WebAssembly module would do as well.",
            "Up to 21,046 crossings/s of 235.5 ns pay; at the declared 701 requests/s each may"
                + " cross 30 times, if what is copied stays far below 476.8 MiB/s. That is 10.0 %"
                + " of the 0.503 cores that a native part would save if its code became 1.37× as fast.",
            "181 types, the largest cycle of types that hold each other 173, inheritance 167 deep,"
                + " 163 types of other components, 157 static fields that change, 151 thread"
                + " locals.",
            "In the central case it saves 155,611 CHF a year on machines and costs 478,013 once and"
                + " 36,017 a year; it has paid for itself after 4.1 years. It pays in 2 of the"
                + " three cases: the assumptions decide.",
            "Acme, prices (refused) Pain there: p99 of 83 ms. Outcome: p99 of 79 ms.");
  }
}

package io.github.rustfit.plugin.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.fixture.Trees;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Reads every figure of a comparison back; what is expected was worked out by hand. */
class CompareFiguresTest {

  private static final String LEVEL =
      "23 figures tested from run to run (Welch); each interval has the confidence 99.9565 %, so"
          + " that all of them together hold 99 % (Bonferroni) and at most one such comparison in"
          + " 200 calls anything worse that is not. A figure counts as changed when its interval"
          + " excludes that and it differs by more than 13.0 %.";

  private static final String LOAD =
      "Declared: the load after was 1.7 times that before; changes of what grows with the load are"
          + " divided by that.";

  private static final String SUMMARY =
      "Of the figures of the process and of 3 components: 3 better, 4 worse, 1 moved,"
          + " 4 no change beyond noise, 1 not tested, 2 unknown.";

  @Test
  void the_json_has_each_figure_in_its_place() throws IOException {
    assertThat(
            Trees.differences(
                Trees.expected(getClass(), "every-figure.json"),
                Trees.read(Comparisons.text(new CompareJson(), EveryComparison.comparison()))))
        .isEmpty();
  }

  @Test
  void the_summary_has_each_figure_in_its_column() throws IOException {
    assertThat(Comparisons.text(new CompareMarkdown("shop"), EveryComparison.comparison()))
        .isEqualTo(
            """
            ## rustfit: shop, before and after

            %s
            - rustfit.yaml:61: They differ. Record again.

            | | Before | After |
            |---|---|---|
            | Inputs | 3 (gc-log, jfr) | 5 (collapsed) |
            | Runs | 2 | 4 |
            | Recorded | 15 min 7 s | 13 min 31 s |
            | CPU samples | 4,801 | 4,507 |
            | GC figures cover | 12 min 37 s | 10 min 53 s |
            | JVM | 17.0.15+6 | 21.0.7+6 |
            | Collector | G1 | ZGC |
            | Largest heap limit | 2.9 GiB | 1.5 GiB |

            ### Process

            | Figure | Before | After | Result | Change |
            |---|--:|--:|---|---|
            | Pauses per minute | 61.3 | 73.5 | worse | 1.20x (1.05x-1.37x) |
            | Pause p50 | 13.0 ms | 11.0 ms | better | 0.85x (0.79x-0.91x) |
            | Pause p99 | 41.0 ms | 43.0 ms | no change beyond noise | 1.05x (0.97x-1.13x) |
            | Pause p99.9 | 47.0 ms | 67.0 ms | worse | 1.43x (1.25x-1.61x) |
            | Longest pause | 59.0 ms | unknown | unknown |  |
            | Time in pauses | 21.5 %% | 19.1 %% | better | -2.3 points (-3.1 to -1.6) |
            | Full collections per hour | 3.5 | 7.3 | worse | 2.07x (1.53x-unbounded) |
            | Collector CPU per second | 0.1341 s/s | 0.1571 s/s | no change beyond noise | 1.17x (0.93x-1.41x) |
            | Process CPU, by the system | 0.5546 s/s | 0.6101 s/s | not tested | 1.10x (1.02x-1.19x) within the runs |

            - Gone: It is full.

            ### shop/price

            Fix or tune in Java first -&gt; Keep in Java (G1 pass → fail)

            | Figure | Before | After | Result | Change |
            |---|--:|--:|---|---|
            | CPU share | 21.1 %% | 25.3 %% | moved | +4.2 points (+3.1 to +5.3) |
            | Allocation per second | 11.0 MiB/s | 17.0 MiB/s | worse | 1.55x (1.31x-1.81x) |
            | Lock waiting per second | 0.0707 s/s | 0.0503 s/s | better | 0.71x (0.61x-0.82x) |

            - Gone: It copies.

            - New: It boxes.

            ### shop/edge

            not there -&gt; Not enough evidence

            | Figure | Before | After | Result | Change |
            |---|--:|--:|---|---|
            | CPU share | unknown | 6.1 %% | unknown |  |

            %s

            %s
            """
                .formatted(SUMMARY, LEVEL, LOAD));
  }

  @Test
  void the_console_has_each_figure_in_its_column() {
    List<String> lines =
        CompareTable.lines(EveryComparison.comparison(), "target/compare.html").stream()
            .map(line -> String.join("|", line.split(" {2,}")))
            .toList();
    assertThat(lines)
        .containsExactly(
            "WHERE|FIGURE|BEFORE|AFTER|RESULT|CHANGE",
            "process|Pauses per minute|61.3|73.5|worse|1.20x (1.05x-1.37x)",
            "process|Pause p99.9|47.0 ms|67.0 ms|worse|1.43x (1.25x-1.61x)",
            "process|Full collections per hour|3.5|7.3|worse|2.07x (1.53x-unbounded)",
            "shop/price|Allocation per second|11.0 MiB/s|17.0 MiB/s|worse|1.55x (1.31x-1.81x)",
            "process|Pause p50|13.0 ms|11.0 ms|better|0.85x (0.79x-0.91x)",
            "process|Time in pauses|21.5 %|19.1 %|better|-2.3 points (-3.1 to -1.6)",
            "shop/price|Lock waiting per second|0.0707 s/s|0.0503 s/s|better|0.71x (0.61x-0.82x)",
            "shop/price|CPU share|21.1 %|25.3 %|moved|+4.2 points (+3.1 to +5.3)",
            "shop/price: Fix or tune in Java first -> Keep in Java",
            "shop/edge: not there -> Not enough evidence",
            "rustfit: " + SUMMARY,
            "Report: target/compare.html");
  }

  @Test
  void the_message_of_a_failed_build_names_what_became_worse() {
    assertThat(RegressionMessage.of(EveryComparison.comparison(), "target/compare.html"))
        .hasValue(
            """
            rustfit: 4 figures became worse beyond noise.
              process: Pauses per minute 61.3 -> 73.5, 1.20x (1.05x-1.37x)
              process: Pause p99.9 47.0 ms -> 67.0 ms, 1.43x (1.25x-1.61x)
              process: Full collections per hour 3.5 -> 7.3, 2.07x (1.53x-unbounded)
              shop/price: Allocation per second 11.0 MiB/s -> 17.0 MiB/s, 1.55x (1.31x-1.81x)
              If the load grew, declare it with rustfit.loadRatio; rustfit.tolerance says how much may change.
              Report: target/compare.html\
            """);
  }

  private static List<String> rows(Document page, String label) {
    return page.select("[aria-label=" + label + "] tbody tr").stream()
        .map(row -> row.select("th, td").stream().map(Element::text))
        .map(cells -> cells.collect(Collectors.joining(" | ")).strip())
        .toList();
  }

  @Test
  void the_page_has_each_figure_in_its_row_and_column() throws IOException {
    Document page =
        Jsoup.parse(
            Comparisons.text(new CompareHtml("shop", List.of()), EveryComparison.comparison()));

    assertThat(page.select("p.lead").text()).isEqualTo(SUMMARY);
    assertThat(page.select(".tile").eachText())
        .containsExactly(
            "3 better",
            "4 worse",
            "1 moved",
            "4 no change beyond noise",
            "1 not tested",
            "2 unknown");
    assertThat(page.text()).contains(LEVEL, LOAD, "1 more: nothing of them changed");
    assertThat(rows(page, "Setup of both sides"))
        .containsExactly(
            "Inputs | 3 (gc-log, jfr) | 5 (collapsed)",
            "Runs | 2 | 4",
            "Recorded | 15 min 7 s | 13 min 31 s",
            "CPU samples | 4,801 | 4,507",
            "GC figures cover | 12 min 37 s | 10 min 53 s",
            "JVM | 17.0.15+6 | 21.0.7+6",
            "Collector | G1 | ZGC",
            "Largest heap limit | 2.9 GiB | 1.5 GiB");
    assertThat(page.select("[aria-label=Figures of the process] thead th").eachText())
        .containsExactly("Figure", "Before", "After", "Result", "Change with its interval");
    assertThat(rows(page, "Figures of the process"))
        .containsExactly(
            "Pauses per minute | 61.3 | 73.5 | worse | 1.20× (1.05×–1.37×)",
            "Pause p50 | 13.0 ms | 11.0 ms | better | 0.85× (0.79×–0.91×)",
            "Pause p99 | 41.0 ms | 43.0 ms | no change beyond noise | 1.05× (0.97×–1.13×)",
            "Pause p99.9 | 47.0 ms | 67.0 ms | worse | 1.43× (1.25×–1.61×)",
            "Longest pause | 59.0 ms | unknown | unknown | not measured",
            "Time in pauses | 21.5 % | 19.1 % | better | -2.3 points (-3.1 to -1.6)",
            "Full collections per hour | 3.5 | 7.3 | worse | 2.07× (1.53×–∞)",
            "Collector CPU per second | 0.1341 s/s | 0.1571 s/s | no change beyond noise |"
                + " 1.17× (0.93×–1.41×)",
            "Process CPU, by the system | 0.5546 s/s | 0.6101 s/s | not tested |"
                + " 1.10× (1.02×–1.19×) within the runs");
    assertThat(rows(page, "Figures of shop/price"))
        .containsExactly(
            "CPU share | 21.1 % | 25.3 % | moved | +4.2 points (+3.1 to +5.3)",
            "Allocation per second | 11.0 MiB/s | 17.0 MiB/s | worse | 1.55× (1.31×–1.81×)",
            "Lock waiting per second | 0.0707 s/s | 0.0503 s/s | better | 0.71× (0.61×–0.82×)");
    assertThat(rows(page, "Methods of shop/price"))
        .containsExactly(
            "com.shop.price.Price.parse | 10.1 % | 13.0 % | moved | +2.9 points (+1.8 to +4.0)");
    assertThat(page.select("section li").eachText())
        .containsExactly(
            "warning rustfit.yaml:61: They differ. Record again.",
            "It is full. rule heap-room",
            "It copies. shop/src/Price.java:47 rule copies",
            "It boxes. Use long. shop/src/Tax.java:53 rule boxing");
    assertThat(page.select("details summary .muted").eachText())
        .containsExactly(
            "Fix or tune in Java first → Keep in Java",
            "G1 pass → fail",
            "not there → Not enough evidence");
  }

  /** Two decades on either side of the middle: 50 + 25 × log10 of 1.05, 1.2 and 1.37. */
  @Test
  void the_bar_of_a_ratio_lies_where_its_logarithm_is() throws IOException {
    Document page =
        Jsoup.parse(
            Comparisons.text(new CompareHtml("shop", List.of()), EveryComparison.comparison()));
    Element bar = page.select("[aria-label=Figures of the process] svg.bar").first();

    assertThat(bar.select("rect.interval").get(0).attr("x")).isEqualTo("50.53%");
    assertThat(bar.select("rect.interval").get(0).attr("width")).isEqualTo("2.89%");
    assertThat(bar.select("rect.value").attr("x")).isEqualTo("50.98%");
  }
}

package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.fixture.Trees;
import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number that the charts of pauses draw, as the library of charts has it. */
class PauseChartsTest {

  private static @Nullable Browser browser;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    browser.open(Pages.everyFigure(folder), "pauses");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void draws(String chart, String expected) throws IOException {
    String drawn =
        Objects.requireNonNull(browser)
            .value(
                "JSON.stringify((option => ({axis: option.xAxis[0].max,"
                    + " lines: option.series.flatMap(one => one.markLine"
                    + " ? one.markLine.data.map(line => line.yAxis) : []),"
                    + " series: option.series.map(one => [one.name].concat("
                    + "one.data.map(point => point.value || point)))}))"
                    + "(echarts.getInstanceByDom(document.querySelector(arguments[0]))"
                    + ".getOption()))",
                "#" + chart + " .canvas");
    assertThat(Trees.differences(Trees.read(expected), Trees.read(drawn))).isEmpty();
  }

  /** The run of 557 s with its two pauses, and the declared target of 45.25 ms. */
  @Test
  void the_timeline_draws_each_pause_at_its_second_with_its_milliseconds() throws IOException {
    draws(
        "pause-timeline",
        """
        {"axis": 557, "lines": [45.25],
         "series": [["Pause Full", [3.75, 83]], ["Pause Young", [1.25, 61]]]}
        """);
  }

  /** Of the pause whose heap afterwards was not printed only the heap before it is known. */
  @Test
  void the_heap_is_drawn_in_mebibytes_before_and_after_each_pause() throws IOException {
    draws(
        "pause-heap",
        """
        {"axis": 557, "lines": [3001],
         "series": [["before a pause", [1.25, 701], [3.75, 809]],
                    ["after a pause", [1.25, 307], [3.75, null]]]}
        """);
  }

  /** The distance from 0 is the number of nines: −log₁₀(1 − p / 100), at most 4. */
  @Test
  void the_curve_draws_each_percentile_at_its_number_of_nines() throws IOException {
    draws(
        "pause-percentiles",
        """
        {"axis": 4, "lines": [45.25],
         "series": [["length of pauses", [0, "≈2"], ["≈0.0457575", "≈3"], ["≈0.0969100", "≈5"],
           ["≈0.154902", "≈7"], ["≈0.221849", "≈11"], ["≈0.301030", "≈13"], ["≈0.397940", "≈17"],
           ["≈0.522879", "≈19"], ["≈0.698970", "≈23"], ["≈1", "≈29"], ["≈1.301030", "≈31"],
           ["≈1.602060", "≈37"], ["≈2", "≈41"], ["≈2.301030", "≈43"], ["≈3", "≈47"], ["≈4", "≈53"],
           ["≈4", 59]]]}
        """);
  }
}

package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Whatever inputs are called, nothing of them runs and nothing of them is lost. */
class HostilePageTest {

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    page = Pages.hostile(folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** An open alert would make each of these fail. */
  private static void assertNothingRan() {
    assertThat(browser.<Boolean>value("window.__pwned === undefined")).isTrue();
    assertThat(browser.log()).isEmpty();
  }

  @Test
  void nothing_runs_whatever_is_opened_pointed_at_or_searched() {
    browser.open(page);
    browser.find("#expand").click();
    browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    for (WebElement field : browser.all(".flame input")) {
      field.sendKeys("<img");
    }
    for (WebElement canvas : browser.all(".flame .canvas")) {
      canvas.sendKeys("\uE013\uE007"); // arrow up, Enter
    }
    for (WebElement option : browser.all("#filter-owner option")) {
      option.click();
    }
    browser.run(
        "document.querySelectorAll('.canvas').forEach(function (one) {"
            + " var chart = echarts.getInstanceByDom(one);"
            + " if (chart) { chart.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0}); }"
            + "})");
    assertThat(browser.all("img, [onload], [onerror], [onmouseover]")).isEmpty();
    assertThat(browser.all("a[href^='javascript']")).isEmpty();
    assertNothingRan();
  }

  @Test
  void each_text_is_shown_or_abridged_with_a_note_wherever_it_comes_in() {
    browser.open(page);
    for (String text : Pages.hostileTexts()) {
      // a browser reads a carriage return as a line feed; there is none here
      String shown = Pages.shown(text);
      for (String part :
          List.of(
              "#overview",
              "#limit-check",
              "#pauses",
              "#inputs",
              "#operations + .scroll",
              "#problems + ul",
              "#components")) {
        assertThat(
                browser.<Boolean>value(
                    "document.querySelector(arguments[0]).textContent.includes(arguments[1])",
                    part,
                    shown))
            .as(part + " has " + shown)
            .isTrue();
      }
    }
    assertThat(Pages.shown("x".repeat(10_000))).contains("more in report.json");
  }

  @Test
  void full_size_flame_graphs_run_nothing_either() throws IOException {
    int opened = 0;
    try (DirectoryStream<Path> graphs =
        Files.newDirectoryStream(page.resolveSibling("flamegraphs"), "*.html")) {
      for (Path graph : graphs) {
        browser.open(graph);
        assertNothingRan();
        opened++;
      }
    }
    assertThat(opened).isEqualTo(Pages.hostileTexts().size());
  }
}

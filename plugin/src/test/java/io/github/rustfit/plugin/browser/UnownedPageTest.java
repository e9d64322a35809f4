package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import io.github.rustfit.plugin.report.html.RecordedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A server most of whose work no own frame called, and its threads, looked at in a browser. */
class UnownedPageTest {

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    page = Pages.springOrders(folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void asUsual() {
    browser.prefers("prefers-color-scheme", "light");
    browser.usualSize();
  }

  private static void openPictures() {
    browser.open(page);
    browser.find(".pictures summary").click();
    assertThat(browser.becomes("document.querySelector('#unowned-map canvas') !== null")).isTrue();
  }

  @Test
  void pictures_of_what_nobody_owns_are_drawn_when_asked_for() throws IOException {
    for (int width : List.of(1440, 390)) {
      browser.size(width, 900);
      for (String scheme : List.of("light", "dark")) {
        browser.prefers("prefers-color-scheme", scheme);
        openPictures();
        assertThat(browser.find(".pictures .flame .canvas").isDisplayed()).isTrue();
        assertThat(browser.find(".pictures .frame").getText()).startsWith("all: 100.0 % (");
        if (scheme.equals("light") == (width == 1440)) { // it takes long, and both of each are seen
          assertThat(browser.allAccessibilityViolations(".pictures"))
              .as(scheme + " " + width)
              .isEmpty();
        }
        assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(browser.log()).isEmpty();
        keep("unowned", width, scheme, ".pictures");
      }
    }
  }

  /** The areas are rounded to a millionth, and the table's figures to a thousandth. */
  @Test
  void areas_have_the_figures_of_the_tables() {
    browser.open(page);
    Map<String, Number> areas =
        browser.value(
            "Object.fromEntries(JSON.parse(document.getElementById('data').textContent).unowned"
                + ".map(one => [one.name, one.share]))");
    List<String> rows =
        browser.value(
            "[...document.querySelectorAll('table:has(#groups-caption) tbody tr')]"
                + ".map(row => row.cells[0].textContent + ': ' + row.cells[1].textContent)");
    assertThat(rows).hasSize(3);
    for (String row : rows.subList(0, 3)) {
      String name = row.substring(0, row.lastIndexOf(": "));
      assertThat(row)
          .isEqualTo(
              String.format(
                  Locale.ROOT,
                  "%s: %.1f %%",
                  name,
                  100 * areas.getOrDefault(name, 0).doubleValue()));
    }
  }

  /** The expected figures are those of the JDK's own parser. */
  @Test
  void a_group_of_threads_is_looked_at_alone() throws IOException {
    String pool = "http-nio-[0-9.]+-7341-exec-[0-9]+";
    RecordedStacks all = RecordedStacks.of("spring-orders", "rustfit");
    RecordedStacks its = RecordedStacks.of("spring-orders", "rustfit", name -> name.matches(pool));
    browser.open(page.resolveSibling("flamegraphs").resolve("all-cpu.html"));
    List<WebElement> threads = browser.all(".threads option");
    assertThat(threads.get(0).getText()).isEqualTo("all threads");
    assertThat(threads.get(0).isSelected()).isTrue();
    String offered = threads.get(1).getText();
    assertThat(offered)
        .matches("http-nio-.*-exec-# .*")
        .endsWith(String.format(Locale.ROOT, " %.1f %%", 100.0 * its.total() / all.total()));
    threads.get(1).click();
    WebElement canvas = browser.find(".canvas");
    assertThat(browser.find(".frame").getText()).startsWith("http-nio-").contains("-#: 100.0 % (");
    String path = "";
    for (int depth = 1; depth <= 6; depth++) {
      canvas.sendKeys(Keys.ARROW_UP);
      Map.Entry<String, Long> widest = its.widestBelow(path);
      path = widest.getKey();
      assertThat(browser.find(".frame").getText())
          .startsWith(
              String.format(
                  Locale.ROOT,
                  "%s: %.1f %% (",
                  RecordedStacks.last(path),
                  100.0 * widest.getValue() / its.total()));
    }
    browser.find(".turn").click();
    assertThat(browser.find(".frame").getText()).startsWith("http-nio-").contains("-#: 100.0 % (");
    threads.get(0).click();
    assertThat(browser.find(".frame").getText()).startsWith("all: 100.0 % (");
    browser.find(".turn").click();
    assertThat(browser.find(".frame").getText()).startsWith("all: 100.0 % (");
    assertThat(browser.log()).isEmpty();
  }

  @Test
  void the_choice_of_threads_is_in_nobodys_way() throws IOException {
    for (int width : List.of(1440, 390)) {
      browser.size(width, 900);
      for (String scheme : List.of("light", "dark")) {
        browser.prefers("prefers-color-scheme", scheme);
        browser.open(page.resolveSibling("flamegraphs").resolve("unowned-cpu.html"));
        browser.all(".threads option").get(1).click();
        if (scheme.equals("light") == (width == 1440)) { // it takes long, and both of each are seen
          assertThat(browser.allAccessibilityViolations()).as(scheme + " " + width).isEmpty();
        }
        assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(width);
        keep("threads", width, scheme, "header");
      }
    }
  }

  /** For whoever wants to look: {@code -Drustfit.pictures=DIR}. */
  private static void keep(String name, int width, String scheme, String part) throws IOException {
    String folder = System.getProperty("rustfit.pictures", "");
    if (!folder.isEmpty()) {
      browser.size(width, 1400);
      browser.run("document.querySelector(arguments[0]).scrollIntoView()", part);
      Files.write(
          Path.of(folder).resolve(name + "-" + scheme + "-" + width + ".png"),
          browser.screenshot());
      browser.size(width, 900);
    }
  }
}

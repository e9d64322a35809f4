package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import io.github.rustfit.plugin.report.html.RecordedStacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The full-size flame graphs of a real sample, used as a reader would. */
class FlamePageTest {

  private static Browser browser;
  private static Path folder;

  @BeforeAll
  static void write(@TempDir Path temp) throws IOException {
    browser = Browser.start();
    folder = Pages.readStates(temp).resolveSibling("flamegraphs");
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

  private static void open(String name) {
    browser.open(folder.resolve(name + ".html"));
  }

  private static String status() {
    return browser.find(".frame").getText();
  }

  private static long drawn() {
    return browser.<Long>value("Number(document.querySelector('.flame').dataset.drawn)");
  }

  private static Set<String> colours() {
    List<String> found =
        browser.value(
            "(function () { var one = document.querySelector('canvas'); var count = {};"
                + " var all = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;"
                + " for (var i = 0; i < all.length; i += 4) { if (all[i + 3] === 255) {"
                + " var c = 'rgb(' + all[i] + ', ' + all[i + 1] + ', ' + all[i + 2] + ')';"
                + " count[c] = (count[c] || 0) + 1; } }"
                + " return Object.keys(count).filter(c => count[c] > 100); })()");
    return new HashSet<>(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-cpu", "read-states-cache-cpu", "read-states-cache-allocation"})
  void nothing_is_in_the_way_of_anybody(String name) {
    for (int width : List.of(1440, 390)) {
      browser.size(width, 900);
      for (String scheme : List.of("light", "dark")) {
        browser.prefers("prefers-color-scheme", scheme);
        open(name);
        if (scheme.equals("light") == (width == 1440)) { // it takes long, and both of each are seen
          assertThat(browser.allAccessibilityViolations()).as(scheme + " " + width).isEmpty();
        }
        assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(browser.log()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-cpu", "read-states-cache-cpu", "read-states-cache-allocation"})
  void each_colour_of_the_legend_is_in_the_graph(String name) {
    for (String scheme : List.of("light", "dark")) {
      browser.prefers("prefers-color-scheme", scheme);
      open(name);
      List<String> legend =
          browser.value(
              "[...document.querySelectorAll('.legend li')]"
                  + ".map(one => getComputedStyle(one, '::before').backgroundColor)");
      assertThat(legend).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
      assertThat(colours()).as(scheme).containsAll(legend);
    }
  }

  @Test
  void the_legend_names_what_is_there_and_nothing_else() {
    open("read-states-cache-allocation");
    assertThat(browser.all(".legend li"))
        .extracting(WebElement::getText)
        .contains("own code", "JDK", "allocated classes")
        .doesNotContain("native code", "GC and JIT");
    open("all-cpu");
    assertThat(browser.all(".legend li"))
        .extracting(WebElement::getText)
        .contains("own code", "JDK")
        .doesNotContain("allocated classes", "GC and JIT");
  }

  /** The expected figures are those of the JDK's own parser. */
  @Test
  void a_frame_says_what_the_recording_says() throws IOException {
    RecordedStacks recorded = RecordedStacks.ofReadStates();
    open("all-cpu");
    WebElement canvas = browser.find(".canvas");
    assertThat(status()).startsWith("all: 100.0 % (").doesNotContain("native");
    String path = "";
    for (int depth = 1; depth <= 4; depth++) {
      canvas.sendKeys(Keys.ARROW_UP);
      Map.Entry<String, Long> widest = recorded.widestBelow(path);
      path = widest.getKey();
      String percent =
          String.format(Locale.ROOT, "%.1f %%", 100.0 * widest.getValue() / recorded.total());
      assertThat(status()).startsWith(RecordedStacks.last(path) + ": " + percent + " (");
    }
  }

  /**
   * By the JDK's own parser. The graph leaves out what is too narrow, so that a method may come out
   * smaller by as much as is said to be left out.
   */
  @Test
  void turned_over_it_begins_with_the_methods_that_ran() throws IOException {
    RecordedStacks recorded = RecordedStacks.ofReadStates();
    Map.Entry<String, Long> hottest =
        recorded.leaves().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    open("all-cpu");
    browser.find(".turn").click();
    browser.find(".hang").click();
    WebElement canvas = browser.find(".canvas");
    canvas.sendKeys(Keys.ARROW_DOWN);
    Matcher told = Pattern.compile("(.+): (\\d+\\.\\d) % .*").matcher(status());
    assertThat(told.matches()).as(status()).isTrue();
    assertThat(told.group(1)).isEqualTo(hottest.getKey());
    double share = 100.0 * hottest.getValue() / recorded.total();
    double leftOut =
        browser
            .<Number>value(
                "(() => { document.querySelector('.flame input').value = 'left out as too narrow';"
                    + " document.querySelector('.flame input').dispatchEvent(new Event('input'));"
                    + " return parseFloat(document.querySelector('.found').textContent.slice(8)) || 0;"
                    + " })()")
            .doubleValue();
    assertThat(Double.parseDouble(told.group(2))).isBetween(share - leftOut - 0.1, share + 0.1);
    assertThat(leftOut).isLessThan(20);
    browser.find(".turn").click();
    browser.find(".hang").click();
    assertThat(status()).startsWith("all: 100.0 % (");
    assertThat(browser.log()).isEmpty();
  }

  @Test
  void it_is_zoomed_and_searched_by_keyboard_and_by_pointer() {
    open("all-cpu");
    long all = drawn();
    WebElement canvas = browser.find(".canvas");
    canvas.sendKeys(Keys.ARROW_UP.toString().repeat(60));
    String leaf = status();
    canvas.sendKeys(Keys.ENTER);
    assertThat(drawn()).isLessThan(all);
    canvas.sendKeys(Keys.ARROW_DOWN);
    assertThat(status()).isNotEqualTo(leaf);
    canvas.sendKeys(Keys.ESCAPE);
    assertThat(drawn()).isEqualTo(all);
    browser.find(".flame input").sendKeys("markershard");
    assertThat(browser.find(".found").getText()).matches("matched [1-9]\\d\\.\\d %");

    browser.run("document.querySelector('.flame').scrollIntoView({block: 'end'})");
    long bottom =
        browser.<Long>value(
            "Math.floor(document.querySelector('.canvas').getBoundingClientRect().bottom)");
    new Actions(browser.driver()).moveToLocation(300, (int) bottom - 10).perform();
    assertThat(browser.find(".tip").getText()).startsWith("all: 100.0 %");
    new Actions(browser.driver()).moveToLocation(300, (int) bottom - 10 - 18 * 8).click().perform();
    assertThat(status()).isEqualTo(browser.find(".tip").getText()).doesNotStartWith("all:");
    browser.find(".reset").click();
    assertThat(status()).startsWith("all:");
    assertThat(browser.log()).isEmpty();
  }

  /** A canvas that was as high as this graph would be refused or blank. */
  @Test
  void a_graph_of_two_thousand_rows_is_drawn_where_it_is_looked_at(@TempDir Path temp)
      throws IOException {
    browser.open(Pages.deep(temp, 3_000));
    assertThat(browser.<Long>value("document.documentElement.scrollHeight"))
        .isBetween(2_001 * 18L, 2_001 * 18L + 1_000);
    assertThat(browser.<Long>value("document.querySelector('canvas').clientHeight"))
        .isLessThan(3_000);
    assertThat(colours()).contains("rgb(196, 202, 211)"); // --flame-all: the root is in sight
    browser.run("scrollTo(0, 0)");
    assertThat(browser.becomes("parseFloat(document.querySelector('canvas').style.top) === 0"))
        .isTrue();
    assertThat(colours()).contains("rgb(255, 179, 92)").doesNotContain("rgb(196, 202, 211)");
    browser.find(".canvas").sendKeys(Keys.ARROW_UP);
    assertThat(browser.<Boolean>value("scrollY > 30000")).isTrue(); // the keyboard begins below
    // Chromium advises on this test's own reading of pixels
    assertThat(browser.log()).allMatch(line -> line.contains("getImageData"));
  }

  @Test
  void colours_are_chosen_by_the_reader() {
    open("all-cpu");
    assertThat(browser.find("#theme").getText()).isEqualTo("Dark colours");
    String light = browser.value("getComputedStyle(document.body).backgroundColor");
    browser.find("#theme").click();
    assertThat(browser.<String>value("getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo(light);
  }

  @Test
  void it_leads_back_to_the_report() {
    open("all-cpu");
    browser.find(".brand a").click();
    assertThat(browser.driver().getTitle()).endsWith("rustfit report");
  }

  @Test
  void without_its_script_it_says_where_the_figures_are() {
    try (Browser plain = Browser.start()) {
      plain
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      plain.open(folder.resolve("all-cpu.html"));
      assertThat(plain.find("body").getText()).contains("drawn by the page's script");
      assertThat(plain.find(".canvas").isDisplayed()).isFalse();
    }
  }
}

package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.compare.Comparisons;
import io.github.rustfit.plugin.report.html.RecordedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Comparisons of a real sample, of figures by hand and of hostile texts, in a browser. */
class ComparePageTest {

  private static final String COLOURS =
      "(function () { var one = document.querySelector('canvas'); var found = {};"
          + " var all = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;"
          + " for (var i = 0; i < all.length; i += 4) {"
          + " var c = 'rgb(' + all[i] + ', ' + all[i + 1] + ', ' + all[i + 2] + ')';"
          + " found[c] = (found[c] || 0) + 1; }"
          + " return Object.keys(found).filter(c => found[c] > 100); })()";

  @Test
  void is_readable_in_both_colours_and_on_a_narrow_screen(@TempDir Path folder) throws IOException {
    Path page = Comparisons.tuneMePage(folder);
    try (Browser browser = Browser.start()) {
      for (int width : List.of(1440, 390)) {
        for (String scheme : List.of("light", "dark")) {
          browser.size(width, 900);
          browser.prefers("prefers-color-scheme", scheme);
          browser.open(page);
          assertThat(browser.log()).isEmpty();
          assertThat(browser.all(".flame .canvas")).hasSize(2).allMatch(WebElement::isDisplayed);
          if (scheme.equals("light")
              == (width == 1440)) { // it takes long, and both of each are seen
            assertThat(browser.allAccessibilityViolations()).as(scheme + " " + width).isEmpty();
          }
          assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(width);
          keep(browser, width, scheme);
        }
      }
    }
  }

  /** The expected figures are those of the JDK's own parser. */
  @Test
  void a_frame_says_what_both_recordings_say(@TempDir Path folder) throws IOException {
    RecordedStacks before = RecordedStacks.of("tune-me", "rustfit");
    RecordedStacks after = RecordedStacks.of("tune-me", "rustfit-cured");
    Path page = Comparisons.tuneMePage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      WebElement canvas = browser.find(".flame .canvas");
      String path = "";
      for (int depth = 1; depth <= 5; depth++) {
        canvas.sendKeys(Keys.ARROW_UP);
        String status = browser.find(".frame").getText();
        String name = status.substring(0, status.indexOf(": "));
        path += (path.isEmpty() ? "" : " > ") + name;
        assertThat(status)
            .startsWith(
                String.format(
                    Locale.ROOT,
                    "%s: %.1f %% → %.1f %% (",
                    name,
                    100 * before.share(path),
                    100 * after.share(path)));
      }
    }
  }

  /**
   * Shares by hand: parse 60 → 50 %, which Newcombe's interval of 1,000 and of 100 samples, −19.8
   * to +0.1 points, does not tell from nothing; print 40 → 0 %, store 0 → 50 %.
   */
  @Test
  void each_frame_tells_what_became_of_it(@TempDir Path folder) throws IOException {
    Path page = Comparisons.byHandPage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      WebElement canvas = browser.find(".flame .canvas");
      assertThat(frame(browser))
          .isEqualTo(
              "all: 100.0 % → 100.0 % (+0.0 points, within the noise of sampling), itself 0.0 % →"
                  + " 0.0 %");
      canvas.sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
      String parse =
          "a.Work.parse: 60.0 % → 50.0 % (−10.0 points, within the noise of sampling), itself 60.0 %"
              + " → 50.0 %; own code";
      assertThat(frame(browser)).isEqualTo(parse);
      canvas.sendKeys(Keys.ARROW_RIGHT);
      assertThat(frame(browser))
          .startsWith("a.Work.print: 40.0 % → 0.0 % (−40.0 points, shrank), itself 40.0 % → 0.0 %");
      canvas.sendKeys(Keys.ARROW_RIGHT);
      assertThat(frame(browser)).startsWith("a.Work.store: 0.0 % → 50.0 % (+50.0 points, grew)");
      browser.find(".flame input").sendKeys("print");
      assertThat(browser.find(".found").getText()).isEqualTo("matched 40.0 % → 0.0 %");
      browser.find(".flame input").clear();
      browser.find(".turn").click();
      canvas.sendKeys(Keys.ARROW_UP);
      assertThat(frame(browser)).isEqualTo(parse);
      canvas.sendKeys(Keys.ARROW_UP);
      assertThat(frame(browser)).startsWith("a.Work.run: 60.0 % → 50.0 % (");
      assertThat(browser.log()).isEmpty();
    }
  }

  @Test
  void signs_and_colours_are_explained_and_agree(@TempDir Path folder) throws IOException {
    Path page = Comparisons.byHandPage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(browser.all(".legend li"))
          .extracting(WebElement::getText)
          .containsExactly(
              "+ grew by a point or more",
              "within the noise of sampling",
              "− shrank by a point or more");
      List<String> legend =
          browser.value(
              "[...document.querySelectorAll('.legend li')]"
                  + ".map(one => getComputedStyle(one, '::before').backgroundColor)");
      List<String> drawn = browser.value(COLOURS);
      assertThat(legend).doesNotHaveDuplicates();
      assertThat(drawn).containsAll(legend);
    }
  }

  /**
   * By hand: after, parse, print and store are 50, 40 (gone) and 50 wide, so that parse ends at
   * 35.7 % of the graph; before, they are 60, 40 and 50 (new), and it ends at 40 %.
   */
  @Test
  void frames_are_as_wide_as_on_the_side_that_is_chosen(@TempDir Path folder) throws IOException {
    Path page = Comparisons.byHandPage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(at(browser, 0.38)).startsWith("a.Work.print:");
      browser.find(".widths").click();
      assertThat(at(browser, 0.38)).startsWith("a.Work.parse:");
      assertThat(at(browser, 0.42)).startsWith("a.Work.print:");
      browser.find(".widths").click();
      assertThat(at(browser, 0.38)).startsWith("a.Work.print:");
    }
  }

  @Test
  void without_its_script_it_says_where_the_figures_are(@TempDir Path folder) throws IOException {
    Path page = Comparisons.byHandPage(folder);
    try (Browser browser = Browser.start()) {
      browser
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      browser.open(page);
      assertThat(browser.find("body").getText())
          .contains("drawn by the page's script", "com.shop.price.Price.parse");
      assertThat(browser.find(".canvas").isDisplayed()).isFalse();
    }
  }

  @Test
  void nothing_runs_whatever_names_there_are(@TempDir Path folder) throws IOException {
    Path page = Comparisons.hostilePage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      browser.find(".flame .canvas").sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
      assertThat(browser.<Boolean>value("window.__pwned === undefined")).isTrue();
      assertThat(browser.all("img, [onload], [onerror], [onmouseover]")).isEmpty();
      assertThat(browser.all("script")).hasSize(2); // the graph's data and the page's own
      assertThat(browser.log()).isEmpty();
    }
  }

  private static String frame(Browser browser) {
    return browser.find(".frame").getText();
  }

  /** What the tip says at a part of the width, in the third row from below. */
  private static String at(Browser browser, double part) {
    browser.run("document.querySelector('.flame .canvas').scrollIntoView({block: 'center'})");
    long x =
        browser
            .<Number>value(
                "(b => b.left + b.width * "
                    + part
                    + ")(document.querySelector('.flame .canvas').getBoundingClientRect())")
            .longValue();
    long y =
        browser
            .<Number>value(
                "document.querySelector('.flame .canvas').getBoundingClientRect().bottom - 48")
            .longValue();
    new Actions(browser.driver()).moveToLocation((int) x, (int) y).perform();
    return browser.find(".tip").getText();
  }

  /** For whoever wants to look: {@code -Drustfit.pictures=DIR}. */
  private static void keep(Browser browser, int width, String scheme) throws IOException {
    String folder = System.getProperty("rustfit.pictures", "");
    if (!folder.isEmpty()) {
      browser.size(width, 3600);
      Files.write(
          Path.of(folder).resolve("compare-" + scheme + "-" + width + ".png"),
          browser.screenshot());
      browser.usualSize();
    }
  }
}

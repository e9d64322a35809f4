package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.compare.Comparisons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of a real sample and a hostile one, in a browser. */
class ComparePageTest {

  @Test
  void is_readable_in_both_colours_and_on_a_narrow_screen(@TempDir Path folder) throws IOException {
    Path page = Comparisons.tuneMePage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(browser.log()).isEmpty();
      assertThat(browser.accessibilityViolations()).isEmpty();
      keep(browser, "light");
      browser.prefers("prefers-color-scheme", "dark");
      assertThat(browser.accessibilityViolations()).isEmpty();
      keep(browser, "dark");
      browser.size(360, 640);
      assertThat(browser.<Boolean>value("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
    }
  }

  @Test
  void nothing_runs_whatever_names_there_are(@TempDir Path folder) throws IOException {
    Path page = Comparisons.hostilePage(folder);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(browser.<Boolean>value("window.__pwned === undefined")).isTrue();
      assertThat(browser.all("img, script, [onload], [onerror], [onmouseover]")).isEmpty();
      assertThat(browser.log()).isEmpty();
    }
  }

  /** For whoever wants to look: {@code -Drustfit.pictures=DIR}. */
  private static void keep(Browser browser, String name) throws IOException {
    String folder = System.getProperty("rustfit.pictures", "");
    if (!folder.isEmpty()) {
      browser.size(1280, 2600);
      Files.write(Path.of(folder).resolve("compare-" + name + ".png"), browser.screenshot());
      browser.usualSize();
    }
  }
}

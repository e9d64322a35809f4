package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.browser.Browser;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The controls of "What if" in a real browser, by the keyboard. */
class WhatIfControlsTest {

  private static final String RESULT = "#what-if-result";

  private static Browser opened(Path folder, Policy policy) throws IOException {
    Path page = Files.writeString(folder.resolve("index.html"), WhatIfService.html(policy));
    Browser browser = Browser.start();
    browser.open(page);
    return browser;
  }

  private static void set(Browser browser, String id, String value) {
    WebElement control = browser.find("#what-if-" + id);
    control.sendKeys(Keys.chord(Keys.CONTROL, "a"), value.isEmpty() ? Keys.DELETE : value);
  }

  private static String row(Browser browser, String component) {
    return browser.all("#what-if-rows tr").stream()
        .filter(row -> row.findElement(By.tagName("th")).getText().equals(component))
        .map(row -> String.valueOf(row.getDomProperty("textContent")))
        .collect(Collectors.joining());
  }

  /** With money in three cases, and with none, whose lack is told in words. */
  @Test
  void the_table_needs_no_scrolling_sideways_on_a_desk(@TempDir Path folder) throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      for (String horizon : List.of("5", "")) {
        set(browser, "horizon-years", horizon);
        for (int width : new int[] {1280, 1440}) {
          browser.size(width, 900);
          assertThat(
                  browser.<Boolean>value(
                      "(one => one.scrollWidth <= one.clientWidth)(document"
                          + ".querySelector('#what-if table').parentElement)"))
              .as("'" + horizon + "' at " + width + " px")
              .isTrue();
        }
      }
    }
  }

  @Test
  void a_value_changes_the_verdict_and_reset_brings_it_back(@TempDir Path folder)
      throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      assertThat(browser.log()).isEmpty();
      assertThat(browser.find(RESULT).getText())
          .isEqualTo("With these values 0 of 6 verdicts differ from what is declared.");
      assertThat(row(browser, "app/hot")).contains("Worth a trialWorth a trial", "G4 ≈");

      set(browser, "horizon-years", "1");
      assertThat(browser.find(RESULT).getText()).startsWith("With these values 2 of 6");
      assertThat(row(browser, "app/hot")).contains("Worth a trialKeep in Java changed", "G4 ✗");

      set(browser, "horizon-years", "");
      assertThat(row(browser, "app/hot"))
          .contains("Not enough evidence changed", "not declared: horizon.years");

      set(browser, "horizon-years", "-1");
      assertThat(browser.find("#what-if-horizon-years-error").getText())
          .isEqualTo("It must be above 0.");
      assertThat(browser.find("#what-if-horizon-years").getDomAttribute("aria-invalid"))
          .isEqualTo("true");

      browser.find("#what-if-reset").sendKeys(Keys.ENTER);
      assertThat(browser.find("#what-if-horizon-years").getDomProperty("value")).isEqualTo("5");
      assertThat(browser.find(RESULT).getText()).contains("0 of 6 verdicts differ");
      assertThat(browser.find("#what-if-horizon-years-error").getText()).isEmpty();
    }
  }

  @Test
  void more_experts_than_people_are_refused_as_the_plugin_does(@TempDir Path folder)
      throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      set(browser, "team-size", "1");
      assertThat(browser.find("#what-if-team-systemsExperienced-error").getText())
          .contains("More people have systems experience");
    }
  }

  @Test
  void the_latency_target_moves_by_arrow_keys_over_what_the_plugin_was_asked(@TempDir Path folder)
      throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      WebElement slider = browser.find("#what-if-serviceLevel-targetMs");
      assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("60 ms");
      for (int i = 0; i < 6; i++) {
        slider.sendKeys(Keys.ARROW_RIGHT);
      }
      assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("90 ms");
      assertThat(row(browser, "app/hot")).contains("Keep in Java changed");
      assertThat(row(browser, "app/tiny")).contains("not judged");
      assertThat(browser.find(RESULT).getText()).contains("1 component of less than 1 %");
      for (int i = 0; i < 12; i++) {
        slider.sendKeys(Keys.ARROW_LEFT);
      }
      assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("24 ms");
      assertThat(row(browser, "app/hot")).contains("Fix or tune in Java first changed", "G3 ✗");
    }
  }

  @Test
  void with_nothing_declared_it_says_what_is_missing(@TempDir Path folder) throws IOException {
    try (Browser browser = opened(folder, Policy.DEFAULT)) {
      assertThat(browser.log()).isEmpty();
      assertThat(row(browser, "app/hot"))
          .contains("not declared: fleet.instances, fleet.memoryGiB", "horizon.years");
      assertThat(browser.find("#what-if-yaml").getDomProperty("value"))
          .isEqualTo("# nothing is declared\n");
      set(browser, "team-size", "2");
      assertThat(row(browser, "app/hot"))
          .contains("G5 ✗", "Not enough evidenceKeep in Java changed");
    }
  }

  @Test
  void copies_to_the_clipboard_or_selects_the_text(@TempDir Path folder) throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      browser.run(
          "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {"
              + " writeText: function (text) { window.taken = text; return Promise.resolve(); }"
              + " } })");
      browser.find("#what-if-copy").sendKeys(Keys.ENTER);
      String taken = browser.value("window.taken");
      assertThat(taken)
          .startsWith("currency: EUR\nfleet:\n  instances: 2000\n")
          .contains("serviceLevel:\n  percentile: 99\n  targetMs: 60\n");
      assertThat(browser.find("#what-if-copied").getText()).isEqualTo("Copied.");

      browser.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      browser.find("#what-if-copy").sendKeys(Keys.ENTER);
      assertThat(browser.<String>value("document.activeElement.id")).isEqualTo("what-if-yaml");
      assertThat(browser.<String>value("getSelection().toString()")).isEqualTo(taken);
      assertThat(browser.find("#what-if-copied").getText()).contains("copy it with the keyboard");
    }
  }

  @Test
  void a_phone_shows_it_without_scrolling_sideways(@TempDir Path folder) throws IOException {
    try (Browser browser = opened(folder, WhatIfService.policy())) {
      browser.size(360, 640);
      assertThat(browser.<Long>value("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(360);
      assertThat(browser.find("#what-if-fleet-instances").getSize().width).isGreaterThan(150);
    }
  }
}

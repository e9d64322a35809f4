package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A report of 1,000 components and 5,000 findings stays usable. It is opened twice, as that takes
 * long: the tests run in their order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeReportTest {

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    page = Pages.many(folder);
    browser.open(page);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What waits below the table and in closed parts is not laid out: a tenth of the rows is. */
  @Test
  @Order(1)
  void it_lays_out_little_at_once() throws IOException {
    double loaded =
        browser
            .<Number>value("performance.getEntriesByType('navigation')[0].loadEventEnd")
            .doubleValue();
    double busy = browser.processorSeconds();
    long elements = browser.value("document.querySelectorAll('body *').length");
    long laidOut =
        browser.value(
            "[...document.querySelectorAll('body *')]"
                + ".filter(element => element.checkVisibility({contentVisibilityAuto: true})).length");
    System.out.printf(
        "1,000 components, 5,000 findings: %.1f MB, %d elements, %d of them laid out,"
            + " loaded after %.1f s, %.1f s busy%n",
        Files.size(page) / 1e6, elements, laidOut, loaded / 1e3, busy);
    assertThat(browser.log()).isEmpty();
    assertThat(laidOut).isBetween(1000L, elements / 10);
    assertThat(shownRows()).isEqualTo(100);
  }

  /** The aim is 2 MB: scripts and styles are the same on every page, all else is its data. */
  @Test
  @Order(2)
  void what_is_not_data_is_small() {
    long shell =
        browser.value(
            "[...document.querySelectorAll('script:not([type]), style')]"
                + ".reduce((sum, one) => sum + new Blob([one.textContent]).size, 0)");
    assertThat(shell).isBetween(100_000L, 2_000_000L);
  }

  @Test
  @Order(4)
  void what_waits_comes_when_it_is_wanted() {
    browser.open(page, "component-platform-module-999");
    WebElement last = browser.find("#component-platform-module-999");
    assertThat(last.getDomProperty("open")).isEqualTo("true");
    assertThat(last.getText()).contains("Reuse the buffer of the request");
    assertThat(last.findElements(By.cssSelector(".finding"))).hasSize(5);
    assertThat(browser.<Long>value("Math.round(arguments[0].getBoundingClientRect().top)", last))
        .isBetween(-50L, 400L);

    WebElement all = browser.find("#all-rows");
    browser.run("arguments[0].scrollIntoView({block: 'center'})", all); // not below the contents
    all.click();
    assertThat(shownRows()).isEqualTo(1000);
  }

  @Test
  @Order(3)
  void filters_find_what_the_table_does_not_show_yet() {
    browser.find("#filter").sendKeys("module-98");
    // module-98 and module-980 to module-989
    assertThat(browser.find("#matches").getText()).isEqualTo("11 of 1000 components");
    assertThat(shownRows()).isEqualTo(11);
  }

  private static long shownRows() {
    return browser.<Long>value(
        "[...document.querySelectorAll('#overview-table tbody tr')]"
            + ".filter(row => row.offsetParent !== null).length");
  }
}

package io.github.rustfit.fleet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A page of a thousand services in an installed Chromium; skipped without one. How long it took to
 * open is printed, and no test depends on it.
 */
class PortfolioBrowserTest {

  private static final int SERVICES = 1_000;
  private static final int COMPONENTS = 20;

  /** A policy that half of the services violate, with names that are longer than a screen. */
  private static final List<LimitRow> LIMITS =
      IntStream.range(0, SERVICES)
          .mapToObj(
              i ->
                  new LimitRow(
                      "service-" + i + "-of-a-team-with-a-long-name".repeat(i % 3),
                      "1." + i,
                      "component/" + i,
                      "limits.cpuShare",
                      i % 4 == 0 ? "error" : "warning",
                      i % 2 == 0
                          ? LimitRow.CROSSED
                          : i % 3 == 0 ? LimitRow.ACCEPTED : LimitRow.UNCHECKED,
                      "51 %",
                      "40 %",
                      i % 3 == 0 ? "tune, decided by <b>us</b>" : null,
                      "takes 51 % of the CPU, more than 40 %"))
          .toList();

  @Test
  void a_thousand_services_can_be_filtered_sorted_and_opened(@TempDir Path folder)
      throws IOException {
    List<PortfolioRow> rows = Portfolios.many(SERVICES, COMPONENTS);
    Path file = folder.resolve("portfolio.html");
    Files.writeString(
        file,
        PortfolioHtml.of(
            rows,
            Portfolios.findings(rows),
            LIMITS,
            InputCounts.of(Map.of("read", 5L), List.of())));
    ChromeDriver browser = browser();
    try {
      browser.get(file.toUri().toString());
      System.out.println(
          "1,000 services, 20,000 components: "
              + Files.size(file) / 1024
              + " KiB, loaded after "
              + browser.executeScript(
                  "return Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd);")
              + " ms.");
      assertThat(shown(browser)).isEqualTo(PortfolioPage.MOST_ROWS);
      browser.findElement(By.id("filter")).sendKeys("service-77");
      // service-77 and service-770 to service-779
      assertThat(shown(browser)).isEqualTo(11);
      assertThat(browser.findElement(By.id("matches")).getText()).isEqualTo("11 of 1000 services");
      browser.findElement(By.cssSelector("#services-table th:first-child button")).click();
      assertThat(first(browser)).isEqualTo("service-77");
      browser.findElement(By.linkText("service-779")).click();
      String details =
          Objects.requireNonNull(
                  browser.executeScript(
                      "var one = document.getElementById(location.hash.slice(1));"
                          + " return one.open + ' ' + one.querySelectorAll('tbody tr').length + ' '"
                          + " + one.querySelector('h3').textContent;"))
              .toString();
      assertThat(details).isEqualTo("true 20 service-779");
      assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    } finally {
      browser.quit();
    }
  }

  @Test
  void everybody_can_use_it_in_both_colours(@TempDir Path folder) throws IOException {
    List<PortfolioRow> rows = Portfolios.many(30, 3);
    Path file = folder.resolve("portfolio.html");
    Files.writeString(
        file,
        PortfolioHtml.of(
            rows,
            Portfolios.findings(rows),
            LIMITS,
            InputCounts.of(Map.of("read", 5L), List.of())));
    ChromeDriver browser = browser();
    try {
      browser.get(file.toUri().toString());
      for (String colours : List.of("light", "dark")) {
        browser.executeScript(
            "document.documentElement.setAttribute('data-theme', arguments[0]);", colours);
        browser.executeScript("document.querySelector('details.component').open = true;");
        Results looked = new AxeBuilder().analyze(browser);
        assertThat(looked.getPasses()).hasSizeGreaterThan(20);
        assertThat(looked.getViolations())
            .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .isEmpty();
      }
    } finally {
      browser.quit();
    }
  }

  private static long shown(ChromeDriver browser) {
    return (Long)
        Objects.requireNonNull(
            browser.executeScript(
                "return document.querySelectorAll('#services-table tbody tr:not([hidden])').length;"));
  }

  private static String first(ChromeDriver browser) {
    return Objects.requireNonNull(
            browser.executeScript(
                "return document.querySelector('#services-table tbody tr:not([hidden]) th')"
                    + ".textContent;"))
        .toString();
  }

  private static Optional<Path> installed(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeDriver browser() {
    Optional<Path> chromium = installed("chromium");
    Optional<Path> driver = installed("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "Skipped: no chromium or no chromedriver is on the PATH.");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--no-first-run", "--window-size=1280,900");
    options.setCapability("goog:loggingPrefs", logs);
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build(),
        options);
  }
}

package io.github.rustfit.plugin.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * An installed Chromium without a window, for pages on disk. Nothing is downloaded: where {@code
 * PATH} has no browser or no driver, the test that starts one is skipped and says why.
 */
public final class Browser implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  /** Long enough for a page on a machine that does much else. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Kept, for a logger that nobody holds forgets its level. Warns of protocols not used here. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** A browser of its own; close it. Skips the test where none is installed. */
  public static Browser start() {
    Optional<Path> browser = installed("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = installed("chromedriver");
    assumeTrue(
        browser.isPresent() && driver.isPresent(),
        "Skipped: no chromium or no chromedriver is on the PATH"
            + " (Debian: apt-get install chromium chromium-driver).");
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    // Root in a container may have neither a sandbox nor room in /dev/shm.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--hide-scrollbars", "--no-first-run");
    options.addArguments("--window-size=" + WIDTH + "," + HEIGHT);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    ChromeDriver started = new ChromeDriver(service, options);
    started.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return new Browser(started);
  }

  private static Optional<Path> installed(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(names)
        .flatMap(
            name ->
                Arrays.stream(path.split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable))
        .findFirst();
  }

  /** Everything else that Selenium can do. */
  public ChromeDriver driver() {
    return driver;
  }

  /**
   * Opens a page and waits until it has loaded. What an earlier page logged is forgotten.
   *
   * @param fragment the part of the page to land on, such as {@code component-shop}; may be empty
   */
  public void open(Path page, String fragment) {
    driver.get("about:blank");
    driver.manage().logs().get(LogType.BROWSER);
    String anchor = fragment.isEmpty() ? "" : "#" + fragment;
    driver.get(page.toAbsolutePath().normalize().toUri() + anchor);
    // On a busy machine the driver may take a large page for loaded while it is still read.
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(
            driver.executeScript(
                "return document.readyState === 'complete' && location.protocol === 'file:';"))
        && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** Goes to a part of the page that is open, as a link in it does, and waits until it is there. */
  public void follow(String fragment) {
    driver.executeAsyncScript(
        "var done = arguments[1];"
            + " addEventListener('hashchange', function () { requestAnimationFrame(function () {"
            + " setTimeout(done, 0); }); }, {once: true});"
            + " location.hash = arguments[0];",
        fragment);
  }

  /**
   * Follows one after the other to parts of the open page and gives those that are not shown then,
   * that are not at the top, or that stay closed.
   */
  @SuppressWarnings("unchecked")
  public List<String> missedTargets(List<String> fragments) {
    Object missed =
        driver.executeAsyncScript(
            """
            const [targets, done] = arguments;
            const missed = [];
            const next = at => {
              if (at === targets.length) {
                done(missed);
                return;
              }
              const look = () => requestAnimationFrame(() => setTimeout(() => {
                const part = document.getElementById(targets[at]);
                const shown = one => one && one.getClientRects().length > 0;
                const top = part ? part.getBoundingClientRect().top : -1000;
                const closed = part && part.tagName === 'DETAILS'
                    && !(part.open && shown(part.querySelector('.gates')));
                if (!shown(part) || top < -5 || top > 900 || closed) {
                  missed.push(targets[at] + ' at ' + top);
                }
                next(at + 1);
              }, 0));
              if (location.hash === '#' + targets[at]) {
                look();
              } else {
                addEventListener('hashchange', look, {once: true});
                location.hash = targets[at];
              }
            };
            next(0);
            """,
            fragments);
    return (List<String>) Objects.requireNonNull(missed);
  }

  /** Opens a page at its top. */
  public void open(Path page) {
    open(page, "");
  }

  /** What the page logged since this was last asked: errors of scripts, refused sources, words. */
  public List<String> log() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The value of an expression in the page. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T value(String expression, Object... arguments) {
    return (T) Objects.requireNonNull(driver.executeScript("return " + expression, arguments));
  }

  /** Waits until an expression in the page is true, and says so; false after a minute. */
  public boolean becomes(String expression) {
    return this.<Boolean>value(
        "new Promise(function (done) { var end = Date.now() + 60000; (function ask() {"
            + " if ("
            + expression
            + ") { done(true); } else if (Date.now() > end) { done(false); }"
            + " else { setTimeout(ask, 50); } })(); })");
  }

  /** Runs a script in the page. */
  public void run(String script, Object... arguments) {
    driver.executeScript(script, arguments);
  }

  /** The first element that a CSS selector finds. */
  public WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** All elements that a CSS selector finds. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The width and height of what shows the page, in CSS pixels; a phone may be 360 wide. */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The size that every browser starts with. */
  public void usualSize() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
  }

  /**
   * What the operating system says it prefers, such as {@code prefers-color-scheme}, {@code dark}.
   */
  public void prefers(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Shows the page as on paper, or with {@code screen} as on a screen. */
  public void media(String type) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", type));
  }

  /** Violations that axe-core calls serious or critical, one line for each element. */
  public List<String> accessibilityViolations() {
    return violations("html", "serious", "critical");
  }

  /** Violations of every kind that axe-core knows, one line for each element. */
  public List<String> allAccessibilityViolations() {
    return allAccessibilityViolations("html");
  }

  /** The same of a part of the page, which takes less time. */
  public List<String> allAccessibilityViolations(String part) {
    return violations(part, "minor", "moderate", "serious", "critical");
  }

  private List<String> violations(String part, String... impacts) {
    driver.executeScript(axe());
    return value(
        "axe.run('"
            + part
            + "', {resultTypes: ['violations'], runOnly:"
            + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
            + ".then(function (found) { var lines = []; found.violations.forEach(function (one) {"
            + " if (['"
            + String.join("','", impacts)
            + "'].indexOf(one.impact) < 0) { return; }"
            + " one.nodes.forEach(function (node) { lines.push(one.id + ': ' +"
            + " node.target.join(' ') + ': ' + node.failureSummary); }); }); return lines; })");
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time that the page has taken since it was opened, in seconds. */
  @SuppressWarnings("unchecked")
  public double processorSeconds() {
    driver.executeCdpCommand("Performance.enable", Map.of());
    List<Map<String, Object>> metrics =
        (List<Map<String, Object>>)
            Objects.requireNonNull(
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics"));
    return metrics.stream()
        .filter(one -> Objects.equals(one.get("name"), "ProcessTime"))
        .mapToDouble(one -> ((Number) Objects.requireNonNull(one.get("value"))).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  /** What is visible, as PNG. */
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }
}

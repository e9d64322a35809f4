package io.github.rustfit.plugin.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * An installed Chromium without a window, for pages on disk. Where {@code PATH} has no browser or
 * no driver, the test that starts one is skipped and says why.
 */
public final class Browser implements AutoCloseable {

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
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--no-first-run", "--window-size=1280,900");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
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

  /** Opens a page at its top. */
  public void open(Path page) {
    driver.get(page.toAbsolutePath().normalize().toUri().toString());
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

  @Override
  public void close() {
    driver.quit();
  }
}

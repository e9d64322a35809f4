package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The report of a real sample and of a fixture, used as a reader would. */
class ReportPageTest {

  private static final String CACHE = "component-read-states-cache";

  private static Browser browser;
  private static Map<String, Path> pages = Map.of();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    pages =
        Map.of(
            "sample", Pages.readStates(Files.createDirectories(folder.resolve("sample"))),
            "fixture", Pages.cacheService(Files.createDirectories(folder.resolve("fixture"))),
            "nothing", Pages.withoutRecording(Files.createDirectories(folder.resolve("nothing"))));
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

  private static Path file(String page) {
    return Objects.requireNonNull(pages.get(page));
  }

  private static void open(String page, String fragment) {
    browser.open(file(page), fragment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "fixture", "nothing"})
  void every_link_lands_and_nothing_is_logged(String name) {
    open(name, "");
    List<String> targets = new ArrayList<>();
    for (WebElement link : browser.all("a[href^='#']")) {
      targets.add(String.valueOf(link.getDomAttribute("href")).substring(1));
    }
    assertThat(targets).contains("overview", "pauses", "components", "reading");
    List<String> distinct = targets.stream().distinct().toList();
    assertThat(browser.missedTargets(distinct)).isEmpty();
    assertThat(browser.log()).isEmpty();
    if (name.equals("sample")) {
      return; // the fixture has every kind of target, and opens faster
    }
    Set<String> kinds = new HashSet<>();
    for (String target : distinct) {
      if (kinds.add(browser.find("[id='" + target + "']").getTagName())) {
        browser.follow(target);
        landsOn(target);
        open(name, target); // from elsewhere
        landsOn(target);
        open(name, "");
      }
    }
  }

  private static void landsOn(String target) {
    WebElement landed = browser.find("[id='" + target + "']");
    assertThat(landed.isDisplayed()).as(target).isTrue();
    if (landed.getTagName().equals("details")) {
      assertThat(landed.getDomProperty("open")).as(target).isEqualTo("true");
      assertThat(landed.findElement(By.cssSelector(".gates")).isDisplayed()).isTrue();
    }
    long top = browser.<Long>value("Math.round(arguments[0].getBoundingClientRect().top)", landed);
    assertThat(top).as(target).isBetween(-5L, 900L);
    assertThat(browser.log()).as(target).isEmpty();
  }

  @Test
  void a_typical_report_is_small() throws IOException {
    // echarts.min.js is a megabyte of it
    assertThat(Files.size(file("sample"))).isLessThan(2_000_000);
  }

  @Test
  void the_overview_needs_no_scrolling_sideways_on_a_desk() {
    for (int width : new int[] {1280, 1440}) {
      browser.size(width, 900);
      open("sample", "");
      assertThat(
              browser.<Boolean>value(
                  "(one => one.scrollWidth <= one.clientWidth)(document"
                      + ".querySelector('#overview-table').parentElement)"))
          .as(width + " px")
          .isTrue();
    }
  }

  @Test
  void rows_sort_by_what_they_show() {
    open("fixture", "");
    List<String> names = rows();
    browser.find("#overview-table thead th:nth-child(1) button").click();
    assertThat(rows()).isEqualTo(names.stream().sorted().toList());
    assertThat(browser.find("#overview-table thead th").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");
    browser.find("#overview-table thead th:nth-child(1) button").click();
    assertThat(rows()).isEqualTo(names.stream().sorted(Comparator.reverseOrder()).toList());
    WebElement lines = browser.find("#overview-table thead th:nth-child(8) button");
    lines.sendKeys(Keys.ENTER);
    List<Integer> counts =
        browser.all("#overview-table tbody td:nth-child(8)").stream()
            .map(cell -> Integer.parseInt(cell.getText().replace(",", "")))
            .toList();
    assertThat(counts).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static List<String> rows() {
    return browser.all("#overview-table tbody tr").stream()
        .filter(WebElement::isDisplayed)
        .map(row -> row.findElement(By.cssSelector("th")).getText())
        .toList();
  }

  @Test
  void filters_by_name_verdict_and_owner() {
    open("fixture", "");
    browser.find("#filter").sendKeys("CODEC");
    assertThat(rows()).containsExactly("cache-service/codec");
    assertThat(browser.find("#matches").getText()).isEqualTo("1 of 5 components");
    assertThat(browser.all("details.component").stream().filter(WebElement::isDisplayed))
        .hasSize(1);
    browser.find("#filter").clear();
    browser.find("#filter").sendKeys(Keys.SPACE);
    browser.find("#filter-verdict option[value=tune-jvm-first]").click();
    assertThat(rows()).containsExactly("cache-service/store");
    browser.find("#filter-verdict option[value='']").click();
    for (WebElement option : browser.all("#filter-owner option")) {
      if (option.getText().equals("team-cache")) {
        option.click();
      }
    }
    assertThat(rows()).contains("cache-service/store").hasSizeLessThan(5);
  }

  @Test
  void the_flame_graph_zooms_and_searches_by_mouse() {
    WebElement graph = flame();
    long all = drawn(graph);
    assertThat(all).isGreaterThan(20);
    WebElement canvas = graph.findElement(By.cssSelector(".canvas"));
    browser.run("arguments[0].scrollIntoView({block: 'end'})", canvas);
    // rows from below, until one has a frame that is narrower than all
    long bottom =
        browser.<Long>value("Math.floor(arguments[0].getBoundingClientRect().bottom)", canvas);
    int row = 0;
    do {
      row++;
      new Actions(browser.driver())
          .moveToLocation(
              browser.<Long>value("innerWidth").intValue() / 2, (int) bottom - 10 - 18 * row)
          .click()
          .perform();
    } while (drawn(graph) == all && row < 20);
    assertThat(drawn(graph)).isLessThan(all);
    assertThat(graph.findElement(By.cssSelector(".frame")).getText()).matches("(?s).+: .+ %.*");
    graph.findElement(By.cssSelector(".reset")).click();
    assertThat(drawn(graph)).isEqualTo(all);

    graph.findElement(By.cssSelector("input")).sendKeys("MarkerShard");
    String found = graph.findElement(By.cssSelector(".found")).getText();
    assertThat(found).matches("matched \\d+\\.\\d %").isNotEqualTo("matched 0.0 %");
    graph.findElement(By.cssSelector("input")).sendKeys("nowhere");
    assertThat(graph.findElement(By.cssSelector(".found")).getText()).isEqualTo("matched 0.0 %");
    assertThat(browser.log()).isEmpty();
  }

  @Test
  void the_flame_graph_zooms_by_keyboard() {
    WebElement graph = flame();
    long all = drawn(graph);
    WebElement canvas = graph.findElement(By.cssSelector(".canvas"));
    String root = graph.findElement(By.cssSelector(".frame")).getText();
    canvas.sendKeys(Keys.ARROW_UP.toString().repeat(60)); // the widest frames, up to a leaf
    String frame = graph.findElement(By.cssSelector(".frame")).getText();
    assertThat(frame).isNotEqualTo(root).contains(" %");
    canvas.sendKeys(Keys.ENTER);
    assertThat(drawn(graph)).isLessThan(all);
    canvas.sendKeys(Keys.ESCAPE);
    assertThat(drawn(graph)).isEqualTo(all);
    assertThat(graph.findElement(By.cssSelector(".frame")).getText()).isEqualTo(root);
  }

  private static WebElement flame() {
    open("sample", CACHE);
    return browser.find("#" + CACHE + " .flame");
  }

  /** How many frames a flame graph shows. */
  private static long drawn(WebElement graph) {
    return browser.<Long>value("Number(arguments[0].getAttribute('data-drawn'))", graph);
  }

  @Test
  void an_area_of_the_treemap_leads_to_its_component() {
    open("sample", "");
    WebElement canvas = browser.find("#treemap .canvas");
    // areas are laid out largest first, from the upper left corner on
    new Actions(browser.driver())
        .moveToElement(
            canvas, 12 - canvas.getSize().getWidth() / 2, 12 - canvas.getSize().getHeight() / 2)
        .click()
        .perform();
    String hash = browser.value("location.hash");
    assertThat(hash).isEqualTo("#" + CACHE);
    assertThat(browser.find(hash).getDomProperty("open")).isEqualTo("true");
  }

  @Test
  void the_timeline_zooms_by_keyboard() {
    open("sample", "pauses");
    WebElement canvas = browser.find("#pause-timeline .canvas");
    canvas.sendKeys("+");
    assertThat(span()).isEqualTo("25 to 75");
    canvas.sendKeys(Keys.ARROW_RIGHT);
    assertThat(span()).isEqualTo("37.5 to 87.5");
    canvas.sendKeys(Keys.ESCAPE);
    assertThat(span()).isEqualTo("0 to 100");
  }

  private static String span() {
    return browser.value(
        "(zoom => zoom.start + ' to ' + zoom.end)(echarts.getInstanceByDom("
            + "document.querySelector('#pause-timeline .canvas')).getOption().dataZoom[0])");
  }

  @Test
  void nothing_serious_is_in_the_way_of_anybody() {
    barriers("nothing", "light");
  }

  /** The fixture has every part that a page can have. */
  @Test
  void nothing_serious_is_in_the_way_of_anybody_in_the_dark_or_on_a_phone() {
    barriers("fixture", "light");
    barriers("fixture", "dark");
    browser.size(360, 740);
    for (String name : List.of("sample", "nothing", "fixture")) {
      open(name, "");
      browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
      assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(360);
    }
    assertThat(browser.accessibilityViolations()).as("360 px").isEmpty();
  }

  private static void barriers(String name, String colours) {
    browser.prefers("prefers-color-scheme", colours);
    open(name, "");
    browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    assertThat(browser.accessibilityViolations()).as(colours).isEmpty();
  }

  @Test
  void colours_follow_the_system_until_somebody_chooses() {
    browser.prefers("prefers-color-scheme", "dark");
    open("fixture", "");
    String dark = background();
    WebElement button = browser.find("#theme");
    assertThat(button.getText()).isEqualTo("Light colours");
    button.click();
    assertThat(background()).isNotEqualTo(dark);
    assertThat(button.getText()).isEqualTo("Dark colours");
    button.sendKeys(Keys.ENTER);
    assertThat(background()).isEqualTo(dark);
    assertThat(browser.<Long>value("document.getAnimations().length")).isZero();
  }

  private static String background() {
    return browser.value("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void the_link_to_a_component_is_copied() {
    open("sample", CACHE);
    browser.find("#" + CACHE + " a.copy").click();
    String told = "document.querySelector('#" + CACHE + " .link [role=status]').textContent";
    assertThat(browser.becomes(told + " === 'Copied.'")).isTrue();
  }

  @Test
  void what_is_tabbed_to_is_seen() {
    open("sample", "");
    WebElement first = browser.driver().switchTo().activeElement();
    first.sendKeys(Keys.TAB);
    WebElement skip = browser.driver().switchTo().activeElement();
    assertThat(skip.getText()).isEqualTo("Skip to the result");
    skip.sendKeys(Keys.TAB);
    assertThat(browser.<String>value("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void absent_data_draws_no_empty_chart() {
    open("nothing", "");
    assertThat(browser.all(".chart").stream().filter(WebElement::isDisplayed)).isEmpty();
    assertThat(browser.find("#pauses").getText()).contains("unknown");
  }

  @Test
  void paper_shows_what_is_open_in_light_colours() {
    browser.prefers("prefers-color-scheme", "dark");
    open("sample", CACHE);
    browser.media("print");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.find("nav").isDisplayed()).isFalse();
    assertThat(browser.find("#" + CACHE + " .flame .canvas").isDisplayed()).isFalse();
    assertThat(browser.find("#" + CACHE + " table").isDisplayed()).isTrue();
    assertThat(browser.find("#pause-timeline .canvas").isDisplayed()).isTrue();
    browser.media("");
  }

  @Test
  void without_its_script_all_can_be_read() {
    try (Browser plain = Browser.start()) {
      plain
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      plain.open(file("sample"), CACHE);
      String text = plain.find("body").getText();
      assertThat(text).contains("MarkerShard", "What was read", "Pauses by cause");
      assertThat(
              plain.all("#filters, #theme, .canvas, #treemap").stream()
                  .filter(WebElement::isDisplayed))
          .isEmpty();
      assertThat(plain.find("#" + CACHE + " .gates").isDisplayed()).isTrue();
    }
  }
}

package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Places of the source, and the IDE that a reader chooses for them. */
class PlacesTest {

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    page = Pages.cacheService(folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void forget() {
    browser.open(page);
    browser.run("localStorage.clear()");
    browser.open(page);
  }

  private static void choose(String ide, String folder) {
    browser.find("#ide-name option[value='" + ide + "']").click();
    WebElement field = browser.find("#ide-folder");
    field.clear();
    field.sendKeys(folder, Keys.TAB);
  }

  private static List<String> addresses() {
    return browser.value(
        "[...document.querySelectorAll('a.ide')].map(a => a.getAttribute('href'))");
  }

  /** Adds a place that somebody else has named. */
  private static void add(String place) {
    browser.run(
        "var code = document.createElement('code'); code.className = 'path';"
            + " code.textContent = arguments[0]; document.querySelector('main').append(code);",
        place);
  }

  @Test
  void nothing_leads_to_an_ide_until_somebody_chooses_one() throws IOException {
    assertThat(browser.find("#ide").isDisplayed()).isTrue();
    assertThat(browser.find("#ide-folder").isDisplayed()).isFalse();
    assertThat(addresses()).isEmpty();
    assertThat(Files.readString(page)).doesNotContain(System.getProperty("user.dir"));
  }

  /** Addresses as the makers document them. */
  @Test
  void places_open_in_the_chosen_ide_and_it_is_remembered() {
    browser.run("document.querySelectorAll('code.path').forEach(one => one.remove())");
    add("web/src/main/java/Über Server.java:12");
    choose("vscode", "/home/me/a project/");
    assertThat(addresses())
        .containsExactly(
            "vscode://file/home/me/a%20project/web/src/main/java/%C3%9Cber%20Server.java:12");
    assertThat(browser.find("a.ide").getAriaRole()).isEqualTo("link");
    assertThat(browser.find("a.ide").getAccessibleName())
        .isEqualTo("open in IDE, VS Code: web/src/main/java/Über Server.java:12");
    choose("idea", "C:\\work");
    assertThat(addresses())
        .containsExactly(
            "idea://open?file=C:/work/web/src/main/java/%C3%9Cber%20Server.java&line=12");
    browser.open(page);
    assertThat(addresses())
        .isNotEmpty()
        .allMatch(one -> one.startsWith("idea://open?file=C:/work/"));
    browser.find("#ide-name option[value='']").click();
    assertThat(addresses()).isEmpty();
  }

  @Test
  void a_folder_that_is_no_root_is_told_and_links_nothing() {
    choose("vscode", "project");
    assertThat(addresses()).isEmpty();
    assertThat(browser.find("#ide-note").getText()).startsWith("Name the folder from the root");
    assertThat(browser.find("#ide-folder").getDomAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  void hostile_places_leave_the_checkout_nowhere() {
    browser.run("document.querySelectorAll('code.path').forEach(one => one.remove())");
    add("../../etc/passwd.xml:1");
    add("a/../../b.java:1");
    add("..\\b.java");
    add("/etc/hosts.xml");
    add("C:\\Windows\\a.xml");
    add("javascript:alert(1)//.java:3");
    add("a&line=9#x?y=\"><img src=x onerror=alert(1)>.java:4");
    choose("idea", "/w");
    assertThat(addresses())
        .containsExactly(
            "idea://open?file=/w/javascript%3Aalert(1)//.java&line=3",
            "idea://open?file=/w/a%26line%3D9%23x%3Fy%3D%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.java&line=4");
    assertThat(browser.all("img")).isEmpty();
  }

  @Test
  void the_links_are_in_nobodys_way() throws IOException {
    choose("vscode", "/home/me/project");
    for (int width : List.of(1440, 390)) {
      browser.size(width, 900);
      for (String scheme : List.of("light", "dark")) {
        browser.prefers("prefers-color-scheme", scheme);
        browser.open(page);
        browser.find("#expand").click();
        assertThat(browser.all("a.ide")).hasSizeGreaterThan(3);
        if (scheme.equals("light") == (width == 1440)) { // it takes long, and both of each are seen
          assertThat(browser.allAccessibilityViolations()).as(scheme + " " + width).isEmpty();
        }
        assertThat(browser.<Long>value("document.documentElement.scrollWidth")).isEqualTo(width);
        keep(width, scheme);
      }
    }
    browser.prefers("prefers-color-scheme", "light");
    browser.usualSize();
  }

  @Test
  void without_its_script_nothing_is_asked() throws IOException {
    try (Browser plain = Browser.start()) {
      plain
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
      plain.open(page);
      assertThat(plain.find("#ide").isDisplayed()).isFalse();
      assertThat(plain.all("a.ide")).isEmpty();
    }
  }

  /** For whoever wants to look: {@code -Drustfit.pictures=DIR}. */
  private static void keep(int width, String scheme) throws IOException {
    String folder = System.getProperty("rustfit.pictures", "");
    if (!folder.isEmpty()) {
      browser.size(width, 1600);
      browser.run("document.querySelector('#first').scrollIntoView()");
      Files.write(
          Path.of(folder).resolve("ide-" + scheme + "-" + width + ".png"), browser.screenshot());
      browser.size(width, 900);
    }
  }
}

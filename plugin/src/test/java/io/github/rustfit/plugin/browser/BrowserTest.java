package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the report can see what is wrong with a page. */
class BrowserTest {

  @Test
  void an_error_and_an_unlabelled_field_are_noticed(@TempDir Path folder) throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<!DOCTYPE html><html lang=en><title>t</title><main><h1>t</h1><input></main>"
                + "<script>nowhere()</script>");
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(browser.log()).singleElement().asString().contains("nowhere is not defined");
      assertThat(browser.accessibilityViolations()).singleElement().asString().startsWith("label");
      browser.size(360, 640);
      assertThat(browser.<Long>value("innerWidth")).isEqualTo(360);
      browser.prefers("prefers-color-scheme", "dark");
      assertThat(browser.<Boolean>value("matchMedia('(prefers-color-scheme: dark)').matches"))
          .isTrue();
    }
  }
}

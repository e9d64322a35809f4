package io.github.rustfit.plugin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.html.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the documentation anew, from the report of the sample read-states. */
@EnabledIfSystemProperty(
    named = "rustfit.screenshots",
    matches = "true",
    disabledReason = "-Drustfit.screenshots=true makes them")
class ScreenshotsTest {

  private static final Path IMAGES = Path.of("..", "docs", "images");

  @Test
  void overview_component_and_pauses(@TempDir Path folder) throws Exception {
    Path page = Pages.readStates(folder);
    try (Browser browser = Browser.start()) {
      take(browser, page, "", 1120, "report.png");
      take(browser, page, "component-read-states-cache", 1200, "component.png");
      take(browser, page, "pauses", 1120, "pauses.png");
    }
  }

  private static void take(Browser browser, Path page, String fragment, int height, String name)
      throws IOException, InterruptedException {
    browser.size(1280, height);
    browser.open(page, fragment);
    browser.run("if (document.activeElement) { document.activeElement.blur(); }");
    assertThat(browser.log()).isEmpty();
    Path image = Files.write(IMAGES.resolve(name), browser.screenshot());
    try {
      new ProcessBuilder("pngquant", "--force", "--strip", "--ext", ".png", image.toString())
          .inheritIO()
          .start()
          .waitFor(1, TimeUnit.MINUTES);
    } catch (IOException e) {
      System.out.println("pngquant is not installed; " + image + " is larger than it need be.");
    }
  }
}

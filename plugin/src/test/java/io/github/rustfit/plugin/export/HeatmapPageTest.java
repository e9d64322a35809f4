package io.github.rustfit.plugin.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.plugin.browser.Browser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heat map of async-profiler's converter whose recording had hostile names. */
class HeatmapPageTest {

  private static final List<String> HOSTILE =
      List.of(
          "</script><script>window.__pwned=1</script>",
          "<!--<script>",
          "\"];window.__pwned=2;//",
          "back\\slash\\",
          "line\nfeed\r\n\",\n",
          "separators\u2028and\u2029",
          "a\u202Eevil\u202C\u2066b\u2069\u200F",
          "nul\u0000 esc\u001B del\u007F csi\u009B",
          "lone\uD800surrogate \uFFFE",
          "x".repeat(10_000));

  private static String drawn = "";

  @BeforeAll
  static void convert(@TempDir Path folder) throws Exception {
    Path packed = Path.of("..", "readers", "src", "test", "resources", "recordings");
    Path recording = folder.resolve("a.jfr");
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(packed.resolve("async-cpu.jfr.gz")))) {
      Files.copy(in, recording);
    }
    Path page = folder.resolve("a.html");
    new Converter().convert(recording, List.of("--output", "heatmap", "--cpu"), page);
    drawn = Files.readString(page);
  }

  /** Puts a name in the place of another one, as the converter writes it. */
  private static String withName(String name) {
    String written = name.replace("\\", "\\\\").replace("\"", "\\\"");
    assertThat(drawn).contains("\"demo/Demo\",");
    return drawn.replace("\"demo/Demo\",", "\"" + written + "\",");
  }

  @Test
  void nothing_but_the_converters_own_script_can_run() throws Exception {
    List<String> calm = tags(HeatmapPage.of(drawn).text());
    for (String name : HOSTILE) {
      String safe = HeatmapPage.of(withName(name)).text();
      assertThat(tags(safe)).isEqualTo(calm);
      Document page = Jsoup.parse(safe);
      String script = page.expectFirst("script").data();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo(
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                  + Base64.getEncoder().encodeToString(digest)
                  + "'; base-uri 'none'; form-action 'none'");
    }
  }

  private static List<String> tags(String page) {
    return Jsoup.parse(page).select("*").stream().map(Element::tagName).toList();
  }

  @Test
  void names_are_kept_and_run_nothing_in_a_browser(@TempDir Path folder) throws Exception {
    try (Browser browser = Browser.start()) {
      for (String name : HOSTILE) {
        Path page = folder.resolve("page.html");
        Files.writeString(page, HeatmapPage.of(withName(name)).text());
        browser.open(page);
        assertThat(browser.log()).as(name).isEmpty();
        assertThat(browser.<Boolean>value("window.__pwned === undefined")).isTrue();
        assertThat(
                browser.<Boolean>value(
                    "JSON.stringify(methods).includes(JSON.stringify('"
                        + literal(name)
                        + "').slice(1, -1))"))
            .as(name)
            .isTrue();
      }
    }
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    text.chars().forEach(c -> literal.append(String.format("\\u%04x", c)));
    return literal.toString();
  }

  @Test
  void what_is_not_the_converters_page_is_refused() {
    String start = "let startMs = ";
    for (String other :
        List.of(
            "",
            drawn.replace("<body", "<body onload='alert(1)'"),
            drawn.replace("<pre id=\"methods\">", "<pre id=\"methods\"><script>alert(1)</script>"),
            drawn.replace(start, start + "alert(1);"),
            drawn.replace("\"demo/Demo\",", "alert(1),"),
            drawn.substring(0, drawn.length() / 2))) {
      assertThatThrownBy(() -> HeatmapPage.of(other)).isInstanceOf(ExportException.class);
    }
  }
}

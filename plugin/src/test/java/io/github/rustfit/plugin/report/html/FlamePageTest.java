package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.plugin.report.flame.DrawnGraph;
import io.github.rustfit.plugin.report.flame.FlameGraph;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** A flame graph of its own page, as its text. What a browser makes of it stands elsewhere. */
class FlamePageTest {

  /** Names that end the script, its strings or its lines, or that the eye reads wrongly. */
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>alert(1)</script>",
          "<!--<script>",
          "'];alert(2);//",
          "\\'];alert(3);//",
          "back\\slash\\",
          "\"quotes\" 'and' `ticks` ${7*7}",
          "line\nfeed\r\n',\n'and more",
          "separators\u2028and\u2029",
          "a\u202Eevil\u202C\u2066b\u2069\u200F",
          "nul\u0000 esc\u001B del\u007F csi\u009B",
          "\uD83D\uDD25 emoji, \u00E4\u00F6\u00FC, \uFEFF\uFFFE",
          "<init>",
          "x".repeat(10_000),
          "x".repeat(9_999) + "y");

  private static Map.Entry<SampleKey, Weight> cpu(long nanos, Frame... stack) {
    return Map.entry(new SampleKey(SampleKind.CPU, List.of(stack), ""), Weight.of(nanos));
  }

  private static Frame java(String method) {
    return new Frame("com.acme.A", method, 7);
  }

  private static String page(FlameGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FlamePage.of(graph).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String page(String title, List<Map.Entry<SampleKey, Weight>> samples)
      throws IOException {
    return page(
        new FlameGraph(
            "a.html", title, Set.of("com.acme"), Set.of("com.acme"), samples, ThreadSamples.EMPTY));
  }

  @Test
  void a_frame_is_as_wide_as_what_its_samples_stand_for() throws IOException {
    DrawnGraph drawn =
        DrawnGraph.of(
            page(
                "all",
                List.of(
                    cpu(30, java("leaf"), java("run")),
                    cpu(12, java("other"), java("run")),
                    cpu(5, new Frame("", "memcpy", 0), java("leaf"), java("run")),
                    cpu(3, new Frame("", "JavaThread::run", 0)))));
    assertThat(drawn.total()).isEqualTo(50);
    assertThat(drawn.widths())
        .containsOnly(
            Map.entry("all", 50L),
            Map.entry("com.acme.A.run", 47L),
            Map.entry("com.acme.A.leaf", 35L),
            Map.entry("com.acme.A.other", 12L),
            Map.entry("memcpy", 5L),
            Map.entry("JavaThread::run", 3L));
  }

  @Test
  void what_is_too_narrow_to_see_counts_for_its_callers_only_and_is_told() throws IOException {
    String page = page("all", List.of(cpu(9_996, java("run")), cpu(4, java("rare"), java("run"))));
    assertThat(DrawnGraph.of(page).widths())
        .containsOnly(Map.entry("all", 10_000L), Map.entry("com.acme.A.run", 10_000L));
    assertThat(Jsoup.parse(page).expectFirst("figcaption").text())
        .contains("1 frame drawn. 1 frame not drawn, for being narrower than 0.05 % of the graph")
        .contains("What is not drawn is in the widths of its callers.");
  }

  @Test
  void an_allocated_class_lies_on_the_method_that_allocates_it() throws IOException {
    String page =
        page(
            "allocation",
            List.of(
                Map.entry(
                    new SampleKey(SampleKind.ALLOCATION, List.of(java("run")), "byte[]"),
                    Weight.of(1L << 40))));
    assertThat(DrawnGraph.of(page).widths())
        .containsEntry("byte[]", 1L << 40)
        .containsEntry("com.acme.A.run", 1L << 40);
    assertThat(page).contains("\"unit\":\"bytes\"");
  }

  @Test
  void names_survive_as_the_report_shows_them_whatever_is_in_them() throws IOException {
    List<Map.Entry<SampleKey, Weight>> samples =
        HOSTILE.stream().map(name -> cpu(1, new Frame("", name, 0))).toList();
    assertThat(DrawnGraph.of(page("hostile", samples)).names())
        .hasSameElementsAs(
            Stream.concat(Stream.of("all"), HOSTILE.stream().map(Texts::shown)).toList());
  }

  @Test
  void nothing_but_the_pages_own_script_and_style_can_work() throws Exception {
    List<Map.Entry<SampleKey, Weight>> samples =
        HOSTILE.stream().map(name -> cpu(1, new Frame("", name, 0))).toList();
    Document calm = Jsoup.parse(page("calm", List.of(cpu(1, java("run")))));
    for (String title : HOSTILE) {
      Document page = Jsoup.parse(page(title, samples));
      assertThat(page.getAllElements().eachAttr("onerror")).isEmpty();
      assertThat(page.select("*").stream().map(Element::tagName))
          .isEqualTo(calm.select("*").stream().map(Element::tagName).toList());
      assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo(
              "default-src 'none'; style-src "
                  + hash(page.select("style"))
                  + "; script-src "
                  + hash(page.select("script:not([type])"))
                  + "; base-uri 'none'; form-action 'none'");
      assertThat(page.select("[src], [style], link, iframe, object, embed, img, base, form"))
          .isEmpty();
    }
  }

  private static String hash(Elements only) throws Exception {
    assertThat(only).hasSize(1);
    byte[] text = only.get(0).data().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void the_title_says_what_is_shown_and_leads_back_to_the_report() throws IOException {
    Document page = Jsoup.parse(page("CPU time of <cache> & co", List.of(cpu(1, java("run")))));
    assertThat(page.title()).isEqualTo("CPU time of <cache> & co: rustfit flame graph");
    assertThat(page.expectFirst("h1 bdi").text()).isEqualTo("CPU time of <cache> & co");
    assertThat(page.expectFirst("header a").attr("href")).isEqualTo("../index.html");
  }

  @Test
  void the_order_of_the_samples_makes_no_difference() throws IOException {
    List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      samples.add(cpu(1 + i, java("leaf" + i % 50), java("run" + i % 7), java("main")));
    }
    String page = page("all", samples);
    Collections.reverse(samples);
    assertThat(page("all", samples)).isEqualTo(page);
  }

  @Test
  void the_deepest_stack_that_any_reader_lets_through_is_drawn_from_its_root() throws IOException {
    Frame[] deep = IntStream.range(0, 16_384).mapToObj(i -> java("m" + i)).toArray(Frame[]::new);
    String page = page("deep", List.of(cpu(9, deep)));
    DrawnGraph drawn = DrawnGraph.of(page);
    assertThat(drawn.total()).isEqualTo(9);
    assertThat(drawn.depth()).isEqualTo(2_000);
    assertThat(drawn.widths()).containsEntry("com.acme.A.m16383", 9L);
    assertThat(Jsoup.parse(page).expectFirst("figcaption").text())
        .contains("2,000 frames drawn. 1 stack cut 2,000 calls above the root.");
  }

  @Test
  void a_page_is_small_whatever_the_samples() throws IOException {
    List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int leaf = i;
      samples.add(
          cpu(
              1,
              IntStream.range(0, 100)
                  .mapToObj(depth -> java("leaf" + leaf + "of" + depth))
                  .toArray(Frame[]::new)));
    }
    String page = page("many", samples);
    // 100,000 frames of a thousandth each: all wide enough, and too many
    assertThat(Jsoup.parse(page).expectFirst("figcaption").text())
        .contains("50,000 frames drawn. 50,000 frames not drawn");
    assertThat(page.length()).isLessThan(4_000_000);
  }
}

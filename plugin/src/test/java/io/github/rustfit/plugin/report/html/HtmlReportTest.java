package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.json.JsonReportTest;
import io.github.rustfit.plugin.report.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

  /** A page is a megabyte, which is written and parsed once for all tests; they only read it. */
  private static final Map<Assessment, Document> PAGES = new HashMap<>();

  static Stream<Assessment> assessments() {
    return JsonReportTest.assessments();
  }

  static Document page(Assessment assessment) throws IOException {
    Document page = PAGES.get(assessment);
    if (page == null) {
      page = Jsoup.parse(Rendered.html(assessment));
      PAGES.put(assessment, page);
    }
    return page;
  }

  static List<String> rows(Element section, String caption) {
    return section.select("table:has(caption:contains(" + caption + "))").stream()
        .filter(table -> table.expectFirst("caption").text().startsWith(caption))
        .flatMap(table -> table.select("tbody tr").eachText().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void every_page_is_sound(Assessment assessment) throws IOException {
    Document page = page(assessment);
    assertThat(page.select("table")).allMatch(table -> table.select("> caption").size() == 1);
    assertThat(page.select("thead th")).allMatch(head -> head.attr("scope").equals("col"));
    assertThat(page.select("tbody th, tfoot th"))
        .allMatch(head -> head.attr("scope").equals("row"));
    assertThat(page.select("td")).allMatch(cell -> !cell.text().isBlank());
    assertThat(page.getAllElements())
        .allMatch(
            element ->
                element.attributes().asList().stream()
                    .noneMatch(
                        attribute ->
                            attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style")));
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page.select("a[href], use[href]").eachAttr("href"))
        .allMatch(link -> link.startsWith("#") && ids.contains(link.substring(1)));
    assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(ids);
    assertThat(page.select("script:not([type])")).hasSize(2);
    assertThat(page.select("script[type]").eachAttr("type")).containsOnly("application/json");
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("[src], link, iframe, object, embed, img, base, form")).isEmpty();
    assertThat(page.select("main, header.top, nav, footer, a.skip")).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void the_policy_admits_the_pages_own_style_and_scripts_only(Assessment assessment)
      throws IOException {
    Document page = page(assessment);
    assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + sha256(page.expectFirst("style").data())
                + "'; script-src 'sha256-"
                + page.select("script:not([type])").stream()
                    .map(script -> sha256(script.data()))
                    .collect(Collectors.joining("' 'sha256-"))
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void answers_what_is_hot_whose_it_is_and_what_to_do() throws IOException {
    Document page = page(CacheService.assessment());
    assertThat(page.expectFirst("header .lead").text())
        .isEqualTo(
            "1 component: fix or tune in Java first. 3 components: keep in Java."
                + " 1 component: not enough evidence. 0 to review for Rust.");
    assertThat(page.select(".card").eachText())
        .satisfiesExactly(
            hot -> assertThat(hot).contains("SegmentedStore.copyOut owns 21.3 %", ":118"),
            ours -> assertThat(ours).contains("82.3 %", "17.7 %"),
            first -> assertThat(first).contains("read-only slice", "ZGC"));
    assertThat(page.select("header .tile").text()).contains("Limit check failed");
  }

  /**
   * 941 ms are declared against 821, and 1,499 MiB live and 103 of metadata measured against 127.
   */
  @Test
  void a_target_that_is_missed_is_never_shown_as_met() throws IOException {
    Document page = page(EveryFigure.assessment());
    assertThat(page.select("table:has(#targets-caption) tbody tr").eachText())
        .satisfiesExactly(
            latency ->
                assertThat(latency).startsWith("Latency at p99.5 45.3 ms").endsWith("missed"),
            start ->
                assertThat(start)
                    .isEqualTo("Start-up 821.0 ms 941.0 ms declared: cold starts of a week missed"),
            memory ->
                assertThat(memory)
                    .startsWith("Resident memory 127.0 MiB at least 1.6 GiB measured")
                    .endsWith("missed"));
    assertThat(page.select("table:has(#targets-caption) .passed")).isEmpty();
  }

  @Test
  void a_review_that_is_due_is_what_to_do_first() throws IOException {
    ComponentAssessment due =
        new Draft("image", "com.acme.image", "", 700)
            .gates("PPPPPP")
            .explained("It owns most.", "All six gates pass.", "Let people review it.")
            .done();
    Element card = page(CacheService.with(List.of(due))).expectFirst(".card.wide");
    assertThat(card.text()).contains("Look at Rust", "Let people review it.");
    assertThat(card.expectFirst("li.try a").attr("href")).isEqualTo("#component-image");
  }

  @Test
  void shows_what_the_collections_had_in_detail() throws IOException {
    Element pauses = page(CacheService.assessment()).expectFirst("#pauses");
    assertThat(pauses.select("dt").eachText())
        .contains("Minimum mutator utilisation in 10 ms", "Time to safepoint", "Promotion rate");
    assertThat(pauses.select("details dd").eachText())
        .contains("0.0 %", "unknown", "75.0 %", "4 of 500", "1 of 500")
        .anySatisfy(text -> assertThat(text).startsWith("grows by at least 1.7 MiB/s"));
    assertThat(pauses.select("details tbody tr").eachText())
        .contains(
            "No room to copy to (evacuation failure, to-space exhausted) 0",
            "Collections for a humongous object unknown",
            "Threads that waited for memory (allocation stall) 3, together 1.5 s",
            "Pause Full 2 392.4 ms 212.4 ms");
  }

  @Test
  void lists_components_by_cpu_share_and_what_is_unattributed() throws IOException {
    Document page = page(CacheService.assessment());
    Element table = page.expectFirst("#overview-table");
    assertThat(table.select("tbody th").eachText())
        .containsExactly(
            "cache-service/store",
            "cache-service/http",
            "cache-service/codec",
            "cache-service/metrics",
            "cache-service/config");
    assertThat(table.select("tbody tr").get(3).select("td").eachText())
        .startsWith("unknown", "Keep in Java", "8.0 % 7.5–8.5 %", "unknown", "unknown")
        .contains("640");
    assertThat(table.select("tbody tr").get(4).select("td").get(5).text()).startsWith("< 0.1 %");
    // 2,097,152,000 bytes, of which 1,310,720,000 + 419,430,400 + 314,572,800 + 524,288 are owned
    assertThat(table.select("tfoot td").eachText())
        .contains("17.7 % 17.0–18.4 %")
        .anyMatch(cell -> cell.startsWith("2.5 %"));
  }

  @Test
  void shows_where_the_path_through_the_gates_stopped() throws IOException {
    Document page = page(CacheService.assessment());
    assertThat(page.select("#component-cache-service-store .gates .marked").text())
        .isEqualTo(
            "Is Java tuned? no, stopped here gate G3 (tuning) passes when JVM tuning is exhausted: fail"
                + " There are pauses of up to 212.4 ms under G1.");
    assertThat(page.select("#component-cache-service-codec .gates .marked").text())
        .startsWith("Does it hurt? unknown, would settle it");
    assertThat(page.select("#component-cache-service-store").text())
        .contains("The verdict rests on gate G3 (tuning).")
        .contains("Expect 1.00× (low), 1.14× (central) or 1.42× (high) for the whole process")
        .contains("would be 1.68× as fast (1.65× to 1.71× over the confidence intervals)");
  }

  @Test
  void says_what_was_read_and_how_far_to_trust_it() throws IOException {
    // Wilson score interval at 95 %, by hand: of 12,000 samples 20 % ± 0.715 points, of 4,000 ±
    // 1.239
    assertThat(rows(page(CacheService.assessment()).expectFirst("#overview"), "Every figure"))
        .containsExactly(
            "Recordings 2 files, 15 min together: CPU samples 12,000, allocation samples 4,000"
                + " CPU: a share of 20.0 % is known to within 0.7 percentage points."
                + " Allocation: a share of 20.0 % is known to within 1.2 percentage points.",
            "GC logs 1 file: 520 collections in 15 min Enough collections to judge pauses by.",
            "Load declared to stand for production"
                + " As far as the declaration goes: no figure here can check it.",
            // 4,845 of 4,944
            "Source 1 component with CPU samples Of each one's samples at least 98.0 % point at a"
                + " method and line of the checked-out source (fewest in cache-service/store);"
                + " the others are of another version.",
            "Problems 1 problem 2 of 3 inputs read in full; what was read of the others is used.",
            "Thresholds crossed 2 errors, 1 warning"
                + " 2 violations of the policy in rustfit.yaml and 1 warning.",
            "Decisions none No verdict below was changed by a recorded decision of people:"
                + " decisions only silence the limit check.");
    assertThat(rows(page(CacheService.withoutRecording()).expectFirst("#overview"), "Every figure"))
        .satisfiesExactly(
            recordings ->
                assertThat(recordings)
                    .startsWith("Recordings none No CPU or allocation was measured"),
            logs -> assertThat(logs).startsWith("GC logs none Pauses are unknown."),
            load -> assertThat(load).contains("nobody declared"),
            source -> assertThat(source).contains("1 component, none with CPU samples"),
            problems -> assertThat(problems).contains("No recording or log was attached."),
            limits -> assertThat(limits).startsWith("Thresholds crossed none"),
            decisions -> assertThat(decisions).startsWith("Decisions none"));
  }

  @Test
  void lists_what_would_decide_undecided_components_the_smallest_effort_first() throws IOException {
    String log = "Attach a GC log with at least 10 collections.";
    String target = "Declare serviceLevel in rustfit.yaml.";
    String team = "It would be decided by the team's own answer.";
    String longer = "Between 5 % and 20 % decides nothing; a longer recording does.";
    List<ComponentAssessment> undecided =
        List.of(
            new Draft("a", "com.a", "", 1).wouldDecide(log).done(),
            new Draft("b", "com.b", "", 1).wouldDecide(log).wouldDecide(target).done(),
            new Draft("c", "com.c", "", 1).wouldDecide(team).done(),
            new Draft("d", "com.d", "", 1).wouldDecide(longer).done(),
            new Draft("e", "com.e", "", 1).gates("PFFF??").wouldDecide("Nothing.").done());
    assertThat(rows(page(CacheService.with(undecided)).expectFirst("#overview"), "Inputs that"))
        .containsExactly(
            target + " a line in rustfit.yaml 1 component, together with other inputs",
            team + " people or the repository 1 component",
            log + " a run under load 1 component, and 1 more together with other inputs",
            longer + " a run under load 1 component");
  }

  @Test
  void says_whether_pauses_are_visible_at_the_declared_percentile() throws IOException {
    // 100 pauses ≥ 43.8 ms in 900 s, mean 123.9 ms, service time 5 ms: 0.1111 × 0.1289 = 1.432 %
    assertThat(page(CacheService.assessment()).expectFirst("#pauses .lead").text())
        .isEqualTo(
            "Pauses are visible at p99: 1.4 % of the requests meet a pause long enough to matter;"
                + " 1.0 % may miss the target. They show from p98.57 on.");
    assertThat(page(CacheService.empty()).expectFirst("#pauses .lead").text())
        .startsWith("Unknown whether pauses are visible, since no latency target is declared.");
  }

  @Test
  void without_a_recording_everything_measured_reads_unknown() throws IOException {
    Document page = page(CacheService.withoutRecording());
    assertThat(page.select("#overview-table tbody td").eachText())
        .startsWith("Not enough evidence", "unknown", "unknown", "unknown", "unknown", "4,210");
    assertThat(page.select("#pauses dd").eachText()).allMatch("unknown"::equals);
    assertThat(page.expectFirst("#inputs").text()).contains("nothing was measured");
    assertThat(page.select(".card.wide").text()).contains("Attach a JFR recording");
  }

  @Test
  void the_lines_of_a_log_are_accounted_for() throws IOException {
    Document page = page(CacheService.assessment());
    assertThat(page.expectFirst("#inputs table").text())
        .contains("12,340 of 12,349 understood, 2 could not be placed (line 17, 3,400)");
  }

  @Test
  void names_every_threshold_with_its_source() throws IOException {
    assertThat(page(CacheService.assessment()).expectFirst("#thresholds").text())
        .contains("cpu-share", "hot CPU share: 20 % Amdahl: 20 %");
  }

  @Test
  void hostile_text_stays_text() throws IOException {
    String html = Rendered.html(Hostile.assessment());
    Document page = Jsoup.parse(html);
    assertThat(page.select("script:not([type])")).hasSize(2);
    assertThat(page.select("img, [onload], [onerror], [onmouseover]")).isEmpty();
    assertThat(page.select("#overview-table tbody th").eachText())
        .contains("</script><script>alert(1)</script>", "\"><img src=x onerror=alert(2)>");
    assertThat(html.codePoints().filter(c -> c < 0x20 && c != '\n')).isEmpty();
    assertThat(html.codePoints().filter(c -> c >= 0x7F && c < 0xA0)).isEmpty();
    assertThat(html).contains("nul\u2400 esc\u241B[31m", "lone\uFFFDsurrogate");
    assertThat(html).doesNotContain("x".repeat(Texts.LONGEST)).contains("more in report.json");
  }

  @Test
  void marks_that_reorder_text_are_isolated() throws IOException {
    Document page = page(Hostile.assessment());
    assertThat(page.getElementsContainingOwnText("\u202E"))
        .isNotEmpty()
        // a title and an option are paragraphs of their own
        .allMatch(element -> element.closest("bdi, code") != null || element.is("title, option"));
  }

  @Test
  void equal_assessments_give_equal_bytes_whatever_their_order() throws IOException {
    Assessment one = CacheService.assessment();
    List<ComponentAssessment> reversed = new ArrayList<>(one.components());
    Collections.reverse(reversed);
    assertThat(Rendered.html(one)).isEqualTo(Rendered.html(CacheService.assessment()));
    assertThat(Rendered.html(one)).isEqualTo(Rendered.html(CacheService.with(reversed)));
  }

  @Test
  void of_a_thousand_components_the_first_hundred_are_built_at_once() throws IOException {
    String html = Rendered.html(Many.assessment());
    Document page = Jsoup.parse(html);
    assertThat(page.select("details.component")).hasSize(Many.COMPONENTS);
    assertThat(page.select("details.component > script[type=text/plain]")).hasSize(900);
    assertThat(page.select("#overview-table tbody tr:not([hidden])")).hasSize(100);
    assertThat(page.select("noscript").text()).contains("100 components in full");
    // by CPU share, then by name: module-0 to module-19 are hottest, module-100 follows
    assertThat(page.select("#component-platform-module-7 > .body table:not(.questions) tbody tr"))
        .hasSize(2 * Section.MOST);
    Element unfolded = page.expectFirst("#component-platform-module-999");
    assertThat(unfolded.select("> .body")).isEmpty();
    // as report.js makes it
    String waiting = unfolded.expectFirst("script").data();
    Element last = Jsoup.parseBodyFragment(waiting.replaceAll("<\\\\([/!])", "<$1")).body();
    assertThat(last.select(".finding")).hasSize(Many.FINDINGS);
    assertThat(last.select("table:not(.questions) tbody tr")).hasSize(2 * Section.FEW);
    assertThat(last.text()).contains("10 more in report.json.");
    assertThat(html.length()).isLessThan(30_000_000); // of 1,000 components and 5,000 findings
  }

  @Test
  void writes_the_page_that_people_look_at_while_working_on_it() throws IOException {
    Path shots = Files.createDirectories(Path.of("target/shots"));
    Files.writeString(shots.resolve("index.html"), Rendered.html(CacheService.assessment()));
    Files.writeString(shots.resolve("none.html"), Rendered.html(CacheService.withoutRecording()));
    Files.writeString(shots.resolve("hostile.html"), Rendered.html(Hostile.assessment()));
    assertThat(shots).isDirectoryContaining("glob:**/index.html");
  }
}

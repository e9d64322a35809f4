package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.plugin.report.fixture.CacheComponents;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the page shows of one component: findings, answers, seam, waiting and money. */
class HtmlComponentTest {

  @Test
  void findings_about_the_process_stand_once_and_those_of_the_code_have_cost_and_example()
      throws IOException {
    Document page = HtmlReportTest.page(CacheService.assessment());
    assertThat(page.select(".finding:contains(-XX:+UseZGC)")).hasSize(1);
    assertThat(page.expectFirst("#overview .finding").text()).contains("low-pause-collector");
    Element store = page.expectFirst("#component-cache-service-store");
    assertThat(store.select("a[href=#process]").text())
        .isEqualTo("1 finding about the whole process");
    assertThat(store.select(".finding").eachText())
        .satisfiesExactly(
            dear ->
                assertThat(dear)
                    .startsWith("warning costs 51.2 % of allocated bytes Hand out a read-only")
                    .contains("confirmed by what was measured", "Before and after"),
            open -> assertThat(open).startsWith("note Use a map with primitive keys."));
    assertThat(store.select(".example pre").eachText())
        .hasSize(4)
        .noneMatch(code -> code.contains("// found") || code.contains("more in report.json"));
  }

  /**
   * The paragraph stands on the pattern's page, which a test compares with the measured figures.
   */
  @Test
  void an_example_says_what_such_a_fix_was_measured_to_bring() {
    assertThat(PatternExample.of("regex-per-call").orElseThrow().measured())
        .startsWith(
            "CPU before ÷ after on our pairs, in brackets the extremes of seven pairs of runs: ")
        .contains(": RegexPerCall 1.", " on JDK 17, ", " on JDK 25, ")
        .endsWith(".")
        .doesNotContain("`", "[", "\n");
    assertThat(PatternExample.of("gc-call").orElseThrow().measured()).isEmpty();
  }

  @Test
  void every_pattern_has_an_example_that_fits_the_page() {
    assertThat(Patterns.all())
        .allSatisfy(
            pattern -> {
              PatternExample example = PatternExample.of(pattern.id()).orElseThrow();
              assertThat(example.before()).isNotBlank().isNotEqualTo(example.after());
              assertThat(example.before()).hasSizeLessThan(Texts.LONGEST);
              assertThat(example.after()).isNotBlank().hasSizeLessThan(Texts.LONGEST);
            });
    assertThat(PatternExample.of("../report.css")).isEmpty();
    assertThat(PatternExample.of("cpu-share")).isEmpty();
  }

  @Test
  void a_pattern_s_example_is_shown_with_its_first_finding_only() {
    Finding first = candidate("regex-per-call", 3);
    Finding second = candidate("regex-per-call", 9);
    Finding flag = candidate("explicit-gc", 1);
    assertThat(Section.examples(List.of(first, second, flag)).keySet()).containsExactly(first);
  }

  private static Finding candidate(String rule, int line) {
    return new Finding(
        rule,
        rule,
        Level.NOTE,
        "A.java",
        line,
        "It is slow.",
        "Mend it.",
        false,
        false,
        Finding.Measured.NOTHING);
  }

  @Test
  void answers_the_seven_questions_with_what_leads_and_where_it_comes_from() throws IOException {
    Document page = HtmlReportTest.page(CacheService.assessment());
    List<String> rows =
        HtmlReportTest.rows(page.expectFirst("#component-cache-service-store"), "Yes speaks");
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0))
        .endsWith("yes Owns 41.2 % (40.3–42.1 %) of the CPU samples. measured cpu-share");
    assertThat(rows.get(1))
        .endsWith("unknown Open: Declare incidents.memorySafety in rustfit.yaml. nothing yet none");
    assertThat(page.select("#component-cache-service-store .rules a").eachAttr("href"))
        .contains("#rule-cpu-share");
    assertThat(page.expectFirst("#rule-cpu-share").text()).contains("hot CPU share: 20 %");
  }

  @Test
  void lists_libraries_with_their_crates_and_who_says_so() throws IOException {
    Document page = HtmlReportTest.page(CacheService.assessment());
    assertThat(
            HtmlReportTest.rows(
                page.expectFirst("#component-cache-service-store"), "What its imports"))
        .containsExactly(
            "com.fasterxml.jackson serde mature Derives <what> reflection does verified: read both"
                + " manuals our-crates.yaml "
                + CacheComponents.STORE,
            "com.acme.bus unknown not in the catalogue Look whether Rust has a counterpart, and say"
                + " so in a catalogue of your own. unknown none"
                + " cache-service/src/main/java/com/acme/cache/http/RequestRouter.java "
                + CacheComponents.STORE);
    assertThat(page.expectFirst("#component-cache-service-http").text())
        .contains("It imports no run-time library outside the Java platform.");
  }

  @Test
  void shows_entry_points_libraries_and_waiting_of_a_component() throws IOException {
    Element store =
        HtmlReportTest.page(CacheService.assessment())
            .expectFirst("#component-cache-service-store");
    assertThat(HtmlReportTest.rows(store, "Entry points"))
        .containsExactly(
            "com.acme.cache.store.SegmentedStore.copyOut"
                + " cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java:118"
                + " com.acme.cache.http.RequestRouter.route 60.0 % 58.6–61.3 %",
            "com.acme.cache.store.SegmentedStore$Segment.probe unknown none, the root of the stack"
                + " 40.0 % 38.7–41.4 %");
    assertThat(HtmlReportTest.rows(store, "Libraries"))
        .containsExactly(
            "own code 66.0 % 64.7–67.3 %",
            "JDK 24.0 % 22.8–25.2 %", "com.fasterxml.jackson 10.0 % 9.2–10.9 %");
    assertThat(HtmlReportTest.rows(store, "Waiting"))
        .containsExactly(
            "Waiting for a lock 42 1.2 s 75.0 % 10.0 ms",
            "Waiting for a socket 0 0.000 ms 0.0 % any duration",
            "Exceptions thrown 12 counted only 24.0 % no threshold",
            "Sampled objects still alive 9 unknown unknown no threshold");
    assertThat(HtmlReportTest.page(CacheService.withoutRecording()).select(".component").text())
        .contains("Entry points and libraries: none is known", "unknown, not recorded");
  }

  @Test
  void says_where_each_value_was_declared_and_what_it_overrides() throws IOException {
    Element inputs = HtmlReportTest.page(CacheService.assessment()).expectFirst("#inputs");
    assertThat(HtmlReportTest.rows(inputs, "Declared values"))
        .containsExactly(
            "limits.cpuShare 0.35 rustfit.yaml:12 0.5 of classpath:acme/policy.yaml:6",
            "limits.gcPauseP99 100 classpath:acme/policy.yaml:7 none");
    assertThat(HtmlReportTest.page(CacheService.empty()).select("#origins-caption")).isEmpty();
  }

  @Test
  void shows_what_a_migration_costs_and_saves_and_what_that_rests_on() throws IOException {
    Element store =
        HtmlReportTest.page(CacheService.assessment())
            .expectFirst("#component-cache-service-store");
    assertThat(store.text())
        .contains(
            "In the central case it saves 155,600 EUR a year on machines and costs 478,033 once and"
                + " 36,000 a year; it has paid for itself after 4 years. It pays in 2 of the three"
                + " cases: the assumptions decide.");
    assertThat(HtmlReportTest.rows(store, "Saving and cost in EUR"))
        .containsExactly(
            "Saved on machines, a year 62,240 155,600 186,720",
            "Cost of the migration, once 1,360,580 478,033 196,013",
            "Cost of a second stack, a year 72,000 36,000 12,000",
            "Work of the migration 96.4 person-months 32.8 person-months 13.5 person-months",
            "Left after 5 years -1,409,380 119,967 677,587",
            "Has paid for itself never after 4 years after 1.1 years");
    assertThat(HtmlReportTest.rows(store, "Everything the calculation uses"))
        .containsExactly(
            "fleet.instances instances 1000 instances declared declared in rustfit.yaml",
            "economics.memoryReduction memory that goes 20.0 % – 50.0 % – 60.0 % share assumed"
                + " Hertz and Berger (OOPSLA 2005)");
    assertThat(HtmlReportTest.page(CacheService.withoutRecording()).select(".component").text())
        .contains("Unknown: what question 4 asks for is not declared");
  }
}

package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.engine.production.NativeParts;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.fixture.Trees;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files where they are small, and where a list ends; expected by hand. */
class WriterEdgesTest {

  private static Violation violation(String component, String rule, Level level) {
    return new Violation(
        component,
        rule,
        level,
        Optional.empty(),
        "x",
        OptionalDouble.empty(),
        "not x",
        "",
        "is x",
        "Mend it.");
  }

  private static List<Violation> errors(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> violation("m" + (char) ('a' + i), "verdict", Level.ERROR))
        .toList();
  }

  private static Assessment limits(
      List<ComponentAssessment> components, List<Violation> violations, Problem... unchecked) {
    Assessment calm = CacheService.assessment();
    return new Assessment(
        calm.inputs(),
        calm.policy(),
        calm.rules(),
        calm.profile(),
        calm.gc(),
        calm.unattributed(),
        components,
        new LimitCheckResult(
            violations, List.of(unchecked), List.of(), List.of(), Map.of(), Map.of()),
        calm.problems(),
        RepositoryEvidence.EMPTY,
        NativeParts.NONE);
  }

  private static ComponentAssessment component(String name, Finding... findings) {
    Draft draft = new Draft(name, "a." + name, "", 1).gates("PPPPPP");
    Stream.of(findings).forEach(draft::finding);
    return draft.done();
  }

  private static Finding finding(String rule, String file, int line) {
    return new Finding(
        rule,
        rule + ":1",
        Level.NOTE,
        file,
        line,
        "It is so.",
        "Mend it.",
        false,
        false,
        Finding.Measured.NOTHING);
  }

  private static JsonNode sarif(Assessment assessment) throws IOException {
    return Trees.read(Rendered.text(new SarifReport("", "1"), assessment)).at("/runs/0");
  }

  @Test
  void each_file_has_the_name_that_its_readers_look_for() {
    assertThat(new CodeQualityReport("").fileName()).isEqualTo("gl-code-quality.json");
    assertThat(new JUnitReport().fileName()).isEqualTo("TEST-rustfit.xml");
    assertThat(new SarifReport("", "").fileName()).isEqualTo("rustfit.sarif");
    assertThat(new MarkdownReport("").fileName()).isEqualTo("summary.md");
  }

  @Test
  void the_report_for_junit_of_nothing_is_a_whole_document() throws IOException {
    assertThat(Rendered.text(new JUnitReport(), CacheService.empty()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="rustfit" tests="1" failures="0" errors="0" skipped="0">
              <testcase classname="rustfit" name="process"></testcase>
            </testsuite>
            """);
  }

  @Test
  void the_report_for_junit_closes_each_case() throws IOException {
    assertThat(
            Rendered.text(
                new JUnitReport(),
                limits(
                    List.of(component("a")),
                    List.of(violation("a", "verdict", Level.ERROR)),
                    new Problem("rustfit.yaml", 3, "It is not known.", "Record it."))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="rustfit" tests="3" failures="1" errors="0" skipped="1">
              <testcase classname="rustfit" name="process"></testcase>
              <testcase classname="rustfit" name="a"><failure type="verdict" message="is x">is x
            remedy: Mend it.</failure></testcase>
              <testcase classname="rustfit" name="limit that could not be checked"><skipped \
            message="rustfit.yaml:3: It is not known. Record it."/></testcase>
            </testsuite>
            """);
  }

  /** What is excused is not in it; the digests are those of {@code SarifFiguresTest}. */
  @Test
  void the_report_for_gitlab_has_each_violation_and_each_finding_that_counts() throws IOException {
    String text = Rendered.text(new CodeQualityReport("svc/"), EveryFigure.assessment());
    List<String> shown = new ArrayList<>();
    for (JsonNode one : Trees.read(text)) {
      shown.add(
          String.join(
              " | ",
              one.get("check_name").asText(),
              one.get("severity").asText(),
              one.at("/location/path").asText() + ":" + one.at("/location/lines/begin").asInt(),
              one.get("fingerprint").asText().substring(0, 8),
              one.get("description").asText()));
    }
    assertThat(shown)
        .containsExactly(
            "cpuShare | critical | svc/shop/src/Price.java:17 | 0bdaa69c | shop/price: owns 21.1 %"
                + " of the CPU samples, the limit is 18.1 % Cache it.",
            "gcPauseP99 | minor | svc/rustfit.yaml:89 | 6b83562e | gcPauseP99 is 41 ms, the limit"
                + " is 37 ms Use ZGC.",
            "verdict | minor | svc/shop/src/Tax.java:73 | 6f39bc98 | shop/basket: comes out as"
                + " not-enough-evidence Record it.",
            "copies | critical | svc/shop/src/Price.java:47 | 079d4d65 | It copies. Slice.",
            "declared-horizon | minor | svc/rustfit.yaml:1 | 56c872fa | It is full. Enlarge it.",
            "boxing | info | svc/shop/src/Tax.java:53 | fc2b9b37 | It boxes. Use long.");
    assertThat(text).endsWith("]\n");
    assertThat(Rendered.text(new SarifReport("", "1"), EveryFigure.assessment())).endsWith("}\n");
  }

  /** A note is less than a warning, which is less than an error: SARIF 2.1.0, 3.27.10. */
  @Test
  void a_rule_is_as_serious_as_its_worst_result_in_any_order() throws IOException {
    JsonNode rules =
        sarif(
                limits(
                    List.of(),
                    List.of(
                        violation("a", "cpuShare", Level.ERROR),
                        violation("b", "cpuShare", Level.WARNING),
                        violation("a", "verdict", Level.NOTE),
                        violation("b", "verdict", Level.WARNING))))
            .at("/tool/driver/rules");
    assertThat(rules.findValuesAsText("id")).containsExactly("cpuShare", "verdict");
    assertThat(rules.findValuesAsText("level")).containsExactly("error", "warning");
  }

  /** The title is that of the pattern's page in the reference. */
  @Test
  void a_pattern_is_called_what_its_page_calls_it() throws IOException {
    JsonNode run =
        sarif(
            limits(List.of(component("a", finding("allocation-in-loop", "A.java", 7))), List.of()));
    assertThat(run.at("/tool/driver/rules/0/shortDescription/text").asText())
        .startsWith("Object created in a loop");
  }

  @Test
  void what_concerns_the_process_is_said_once_and_what_is_in_a_file_of_each_component()
      throws IOException {
    Assessment twice =
        limits(
            List.of(
                component("a", finding("heap-room", "", 0), finding("boxing", "A.java", 7)),
                component("b", finding("heap-room", "", 0), finding("boxing", "B.java", 7))),
            List.of());
    assertThat(sarif(twice).get("results").findValuesAsText("ruleId"))
        .containsExactlyInAnyOrder("heap-room", "boxing", "boxing");
    assertThat(
            Trees.read(Rendered.text(new CodeQualityReport(""), twice))
                .findValuesAsText("check_name"))
        .containsExactlyInAnyOrder("heap-room", "boxing", "boxing");
  }

  /** RFC 3986, 2.3: letters, digits and -._~ stand for themselves; these are their neighbours. */
  @Test
  void a_reference_escapes_what_is_next_to_letters_and_digits() {
    assertThat(SarifReport.uri("azAZ09-._~/")).isEqualTo("azAZ09-._~/");
    assertThat(SarifReport.uri("`{@[:")).isEqualTo("%60%7B%40%5B%3A");
  }

  @Test
  void the_summary_has_ten_violations_and_counts_the_rest() throws IOException {
    assertThat(Rendered.text(new MarkdownReport("x"), limits(List.of(), errors(10))))
        .contains("- mj: is x Mend it.\n\n");
    assertThat(Rendered.text(new MarkdownReport("x"), limits(List.of(), errors(13))))
        .contains("- mj: is x Mend it.\n- and 3 more\n\n");
  }

  @Test
  void the_summary_has_fifteen_components_and_counts_the_rest() throws IOException {
    List<ComponentAssessment> all = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      all.add(component("m" + (char) ('a' + i)));
    }
    assertThat(Rendered.text(new MarkdownReport("x"), limits(all, List.of())))
        .contains("| mo |")
        .doesNotContain("more | | | | |");
    all.add(component("mp"));
    all.add(component("mq"));
    assertThat(Rendered.text(new MarkdownReport("x"), limits(all, List.of())))
        .doesNotContain("| mp |")
        .contains("\n| and 2 more | | | | |\n");
  }

  @Test
  void the_message_of_a_failed_build_counts_what_it_leaves_out() {
    LocalDate day = LocalDate.of(2026, 8, 31);
    LimitCheckMessage three = new LimitCheckMessage(limits(List.of(), errors(3)), "p");
    assertThat(three.headline()).endsWith(": verdict of ma, verdict of mb, verdict of mc.");
    LimitCheckMessage ten = new LimitCheckMessage(limits(List.of(), errors(10)), "p");
    assertThat(ten.headline()).endsWith("verdict of mc and 7 more.");
    assertThat(ten.text(day)).doesNotContain("  + ", "warning");
    List<Violation> both = new ArrayList<>(errors(1));
    both.add(violation("z", "verdict", Level.WARNING));
    assertThat(new LimitCheckMessage(limits(List.of(), both), "p").text(day))
        .contains("\n  and 1 warning, not failing the build; see the report\n");
  }

  /** GitHub takes a command without a file; an empty one would be a file without a name. */
  @Test
  void what_was_not_checked_anywhere_has_neither_file_nor_line(@TempDir Path folder) {
    assertThat(
            GitHubAnnotations.of(
                limits(
                    List.of(),
                    List.of(),
                    new Problem("", 0, "Nothing is known.", "Record it."),
                    new Problem("rustfit.yaml", 1, "It is not known.", "Record it.")),
                folder))
        .containsExactly(
            "::warning title=rustfit%3A not checked::Nothing is known. Record it.",
            "::warning file=rustfit.yaml,line=1,title=rustfit%3A not checked::It is not known."
                + " Record it.");
  }
}

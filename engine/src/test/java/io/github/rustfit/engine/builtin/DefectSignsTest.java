package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.patterns.DefectPattern;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.engine.patterns.SourcePattern;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class DefectSignsTest {

  private static PatternMatch match(String pattern, int line, String method) {
    return new PatternMatch(pattern, line, line, "com.acme.hot.Hot", method, "x" + line);
  }

  private static Outcome judge(PatternMatch... matches) {
    return new DefectSigns()
        .judge(new Situation().patterns(matches).cpuSamples(500, 1500).context());
  }

  @Test
  void it_counts_by_what_can_speak_for_rust_and_never_answers() {
    Outcome outcome =
        judge(
            match("native-memory", 7, "run"),
            match("native-memory", 8, "run"),
            match("shared-mutable-static", 9, "run"),
            match("ignored-error", 9, "run"),
            match("boxing-in-loop", 9, "run"));

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "Candidates for defects that Rust refuses: native-memory 2, shared-mutable-static 1.",
            "Candidates for defects that Java's own checks prevent as well, so they do not speak"
                + " for Rust: ignored-error 1.");
    assertThat(new DefectSigns().descriptor().role()).isEqualTo(Role.SUPPORTING);
  }

  @Test
  void only_what_can_speak_for_rust_is_listed_and_the_hot_path_first() {
    Outcome outcome =
        judge(
            match("native-memory", 3, "cold"),
            match("native-memory", 7, "run"),
            match("open-switch", 9, "run"));

    assertThat(outcome.findings()).extracting(Finding::line).containsExactly(7, 3);
    assertThat(outcome.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.NOTE);
              assertThat(finding.confirmed()).isFalse();
            });
    assertThat(outcome.findings().get(0).message())
        .startsWith("Native memory or native code (x7) in Hot.run, in a method that owns 25.0 % (")
        .endsWith("Rust prevents part of it. It may be correct as it is.");
  }

  @Test
  void at_most_ten_of_a_pattern_are_listed() {
    PatternMatch[] many = new PatternMatch[30];
    for (int i = 0; i < many.length; i++) {
      many[i] = match("reference-count", i + 1, "run");
    }

    assertThat(judge(many).findings()).hasSize(10);
    assertThat(judge(many).facts().get(0).text()).contains("reference-count 30");
  }

  /** Null, resource and switch classes never justify Rust on their own: name the Java guard. */
  @Test
  void resources_and_switches_never_speak_for_rust() {
    assertThat(Patterns.all())
        .filteredOn(DefectPattern.class::isInstance)
        .filteredOn(pattern -> ((DefectPattern) pattern).speaks())
        .extracting(SourcePattern::id)
        .containsExactly(
            "native-memory",
            "non-atomic-update",
            "reference-count",
            "shared-mutable-static",
            "unsafe-shared-type");
    assertThat(Patterns.all()).noneMatch(pattern -> pattern.id().contains("null"));
  }
}

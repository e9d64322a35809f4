package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CrateCoverageTest {

  private static CrateEntry entry(
      String prefix, CrateEntry.Grade grade, CrateEntry.Scope scope, String... crates) {
    return new CrateEntry(
        List.of(prefix), List.of(), List.of(crates), grade, scope, "yes", "recall", "-", false, "");
  }

  private static final CrateEntry JSON =
      entry("org.json", CrateEntry.Grade.DROP_IN, CrateEntry.Scope.RUNTIME, "serde_json");
  private static final CrateEntry JMS =
      entry("javax.jms", CrateEntry.Grade.NONE, CrateEntry.Scope.RUNTIME);
  private static final CrateEntry ORM =
      entry("org.hibernate", CrateEntry.Grade.PARTIAL, CrateEntry.Scope.RUNTIME, "sea-orm");
  private static final CrateEntry LOMBOK =
      entry("lombok", CrateEntry.Grade.NONE, CrateEntry.Scope.BUILD);

  private static Outcome judge(String... imports) {
    return new CrateCoverage()
        .judge(new Situation().crates(JSON, JMS, ORM, LOMBOK).imports(imports).context());
  }

  @Test
  void yes_if_every_library_has_a_counterpart_even_a_partial_one() {
    Outcome outcome = judge("org.json.JSONObject", "org.hibernate.*", "java.util.List");

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "Of its 2 run-time libraries, by counterpart: 1 nearly the same, 1 partial.",
            "Nearly the same: org.json → serde_json.",
            "Partial: org.hibernate → sea-orm.");
  }

  @Test
  void no_if_a_run_time_library_has_none() {
    Outcome outcome = judge("org.json.JSONObject", "javax.jms.Queue", "com.unheard.Of");

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .contains("No counterpart: javax.jms → nothing comparable.");
  }

  @Test
  void a_library_without_counterpart_names_its_files_and_a_team_s_entry_its_catalogue() {
    CrateEntry ours =
        new CrateEntry(
            List.of("com.ours"),
            List.of(),
            List.of("ours"),
            CrateEntry.Grade.NONE,
            CrateEntry.Scope.RUNTIME,
            "no",
            "recall",
            "-",
            false,
            "ours.yaml");
    SourceFile hot = Situation.HOT;
    SourceFile file =
        new SourceFile(
            hot.module(),
            hot.path(),
            hot.sha256(),
            hot.role(),
            hot.packageName(),
            9,
            new TreeSet<>(List.of("com.ours.Bus")),
            hot.types(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet());

    Outcome outcome =
        new CrateCoverage()
            .judge(new Situation().judged(file).crates(ours).imports("com.ours.Bus").context());

    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "No counterpart: com.ours → ours (ours.yaml). Used by " + hot.path() + ".");
  }

  @Test
  void unknown_if_the_catalogue_does_not_know_a_library_and_names_its_package_once() {
    Outcome outcome =
        judge("com.unheard.of.Thing", "com.unheard.of.Other.CONSTANT", "javax.inject.Inject");

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide())
        .singleElement()
        .asString()
        .contains("com.unheard.of, javax.inject:");
  }

  @Test
  void the_platform_own_code_and_build_time_libraries_need_no_counterpart() {
    Outcome outcome = judge("java.util.List", "com.acme.rest.Rest", "lombok.Data");

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly("It imports no run-time library outside the Java platform.");
  }
}

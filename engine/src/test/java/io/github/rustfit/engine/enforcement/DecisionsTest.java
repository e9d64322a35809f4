package io.github.rustfit.engine.enforcement;

import static io.github.rustfit.rules.policy.Decision.Kind.KEEP_IN_JAVA;
import static io.github.rustfit.rules.policy.Decision.Kind.REWRITE;
import static io.github.rustfit.rules.policy.Decision.Kind.TUNE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.testing.StubRule;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final String CPU = "cpuShare:app/hot";
  private static final String VERDICT = "verdict:app/hot";

  private static Held crossed() {
    return new Held().limit(Metric.CPU_SHARE, 0.2).limit(Metric.ALLOCATION_SHARE, 0.5);
  }

  private static List<String> said(Assessment assessment) {
    return assessment.problems().stream()
        .filter(problem -> problem.message().startsWith("The decision"))
        .map(Problem::text)
        .toList();
  }

  private static Ruling.State state(Assessment assessment) {
    return assessment.limitCheck().rulings().get(0).state();
  }

  @Test
  void without_a_decision_both_limits_fail() {
    assertThat(crossed().judged().limitCheck().violations())
        .extracting(Violation::id)
        .containsExactly(CPU, "allocationShare:app/rest");
  }

  @Test
  void a_decision_in_force_silences_exactly_what_it_names() {
    Assessment assessment =
        crossed().decided(CPU, KEEP_IN_JAVA, "2026-01-01", "2026-12-21").judged();

    assertThat(assessment.limitCheck().violations())
        .extracting(Violation::id)
        .containsExactly("allocationShare:app/rest");
    assertThat(assessment.limitCheck().excuses())
        .singleElement()
        .satisfies(
            excuse -> {
              assertThat(excuse.by()).isEqualTo(Excuse.By.DECISION);
              assertThat(excuse.text())
                  .isEqualTo(
                      "keep-in-java, decided by team-x on 2026-01-01 until 2026-12-21: it is being"
                          + " replaced");
            });
    assertThat(state(assessment)).isEqualTo(Ruling.State.IN_FORCE);
    assertThat(said(assessment)).isEmpty();
  }

  /** Thirty days of notice: 2026-11-21 and 29 days are 2026-12-20. */
  @Test
  void one_that_ends_soon_still_silences_and_is_warned_of() {
    for (Map.Entry<String, String> right :
        Map.of("2026-12-20", "in 29 days", "2026-11-22", "tomorrow", "2026-11-21", "today")
            .entrySet()) {
      Assessment assessment =
          crossed().decided(CPU, KEEP_IN_JAVA, "2026-01-01", right.getKey()).judged();
      assertThat(state(assessment)).isEqualTo(Ruling.State.IN_FORCE);
      assertThat(said(assessment))
          .containsExactly(
              "rustfit.yaml:10: The decision about 'cpuShare:app/hot' ends on "
                  + right.getKey()
                  + ", "
                  + right.getValue()
                  + "; what it names counts again from the day after. Let team-x decide anew"
                  + " before.");
    }
    assertThat(said(crossed().decided(CPU, KEEP_IN_JAVA, "2026-01-01", "2026-12-21").judged()))
        .isEmpty();
  }

  @Test
  void from_the_day_after_its_last_one_what_it_names_counts_again_and_that_is_said() {
    Assessment assessment =
        crossed().decided(CPU, KEEP_IN_JAVA, "2026-01-01", "2026-11-20").judged();

    assertThat(assessment.limitCheck().violations()).extracting(Violation::id).contains(CPU);
    assertThat(state(assessment)).isEqualTo(Ruling.State.EXPIRED);
    assertThat(said(assessment))
        .containsExactly(
            "rustfit.yaml:10: The decision about 'cpuShare:app/hot' ended on 2026-11-20, so what it"
                + " names counts again. Let team-x decide anew, or remove it.");
  }

  @Test
  void before_its_first_day_it_silences_nothing() {
    Assessment assessment =
        crossed().decided(CPU, KEEP_IN_JAVA, "2026-11-22", "2027-11-20").judged();

    assertThat(assessment.limitCheck().violations()).extracting(Violation::id).contains(CPU);
    assertThat(state(assessment)).isEqualTo(Ruling.State.PENDING);
    assertThat(said(assessment)).singleElement().asString().contains("only from 2026-11-22 on");
  }

  @Test
  void one_that_silences_nothing_is_said() {
    Assessment assessment = new Held().decided(CPU, TUNE, "2026-01-01", "2027-01-01").judged();

    assertThat(state(assessment)).isEqualTo(Ruling.State.UNUSED);
    assertThat(said(assessment)).singleElement().asString().contains("silences nothing");
  }

  @Test
  void what_could_not_be_looked_for_is_no_unused_decision() {
    Assessment assessment =
        new Held()
            .limit(Metric.GC_PAUSE_P99, 10)
            .decided("gcPauseP99", TUNE, "2026-01-01", "2027-01-01")
            .judged();

    assertThat(state(assessment)).isEqualTo(Ruling.State.UNCHECKED);
    assertThat(said(assessment)).isEmpty();
  }

  @Test
  void one_about_a_component_that_does_not_exist_says_so() {
    assertThat(
            said(
                crossed()
                    .decided("verdict:app/gone", TUNE, "2026-01-01", "2027-01-01")
                    .decided(CPU, "app/lost", TUNE, "2026-01-01", "2027-01-01")
                    .judged()))
        .containsExactly(
            "rustfit.yaml:10: The decision about 'verdict:app/gone' is about the component"
                + " 'app/gone', which does not exist (any more). Correct the name, or remove the"
                + " decision.",
            "rustfit.yaml:11: The decision about 'cpuShare:app/hot' is about the component"
                + " 'app/lost', which does not exist (any more). Correct the name, or remove the"
                + " decision.");
  }

  @Test
  void two_that_contradict_each_other_silence_nothing() {
    Assessment assessment =
        crossed()
            .decided(CPU, TUNE, "2026-01-01", "2027-01-01")
            .decided(CPU, REWRITE, "2026-06-01", "2027-06-01")
            .judged();

    assertThat(assessment.limitCheck().violations()).extracting(Violation::id).contains(CPU);
    assertThat(state(assessment)).isEqualTo(Ruling.State.CONTRADICTED);
    assertThat(said(assessment))
        .containsExactly(
            "rustfit.yaml:11: The decision about 'cpuShare:app/hot' contradicts the decision tune"
                + " in line 10, so neither silences anything. Leave one of the two.");
  }

  @Test
  void one_that_follows_another_contradicts_nothing() {
    assertThat(
            said(
                crossed()
                    .decided(CPU, TUNE, "2025-01-01", "2026-01-01")
                    .decided(CPU, REWRITE, "2026-01-02", "2027-06-01")
                    .judged()))
        .singleElement()
        .asString()
        .contains("ended on 2026-01-01");
  }

  /** Evidence without pain keeps it in Java; pain under a JVM that was not tuned says to tune. */
  @Test
  void a_rewrite_that_the_evidence_speaks_against_is_said() {
    Held tuned =
        new Held()
            .rules(
                StubRule.measured(Topic.EVIDENCE, Answer.YES),
                StubRule.measured(Topic.HOT_PATH, Answer.YES),
                StubRule.measured(Topic.CAUSE, Answer.YES),
                StubRule.measured(Topic.TUNING, Answer.NO));

    assertThat(against(kept().decided(VERDICT, REWRITE, "2026-01-01", "2027-01-01")))
        .containsExactly(
            "rustfit.yaml:10: The decision about 'verdict:app/hot' is contradicted by the evidence,"
                + " which says keep-in-java: HOT_PATH is NO. Read the report at this component"
                + " before anything is rewritten.");
    assertThat(against(tuned.decided(VERDICT, REWRITE, "2026-01-01", "2027-01-01")))
        .singleElement()
        .asString()
        .contains("which says tune-jvm-first: TUNING is NO.");
  }

  @Test
  void the_evidence_contradicts_no_other_decision() {
    Held open = new Held().rules(StubRule.measured(Topic.EVIDENCE, Answer.YES));
    assertThat(open.raw().components().get(0).verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(against(open.decided(VERDICT, REWRITE, "2026-01-01", "2027-01-01"))).isEmpty();

    assertThat(against(kept().decided(VERDICT, KEEP_IN_JAVA, "2026-01-01", "2027-01-01")))
        .isEmpty();
    assertThat(against(kept().decided(VERDICT, REWRITE, "2025-01-01", "2026-01-01"))).isEmpty();
    assertThat(against(kept().decided(CPU, REWRITE, "2026-01-01", "2027-01-01"))).isEmpty();
  }

  private static Held kept() {
    return new Held()
        .rules(
            StubRule.measured(Topic.EVIDENCE, Answer.YES),
            StubRule.measured(Topic.HOT_PATH, Answer.NO),
            StubRule.measured(Topic.DEFECTS, Answer.NO));
  }

  private static List<String> against(Held held) {
    return said(held.judged()).stream().filter(text -> text.contains("evidence")).toList();
  }

  @Test
  void hot_lines_are_silenced_one_by_one() {
    Held held = new Held().limit(Metric.HOT_PATH_FINDINGS, 0);

    assertThat(held.judged().limitCheck().violations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo("hotPathFindings:app/hot");
              assertThat(one.message())
                  .isEqualTo(
                      "has 1 confirmed hot line that Java can fix, the limit is 0: "
                          + Held.BOXING
                          + " at Hot.java:7");
            });
    Assessment decided = held.decided(Held.BOXING, TUNE, "2026-01-01", "2027-01-01").judged();
    assertThat(decided.limitCheck().passed()).isTrue();
    assertThat(decided.limitCheck().excused(Excuse.By.DECISION)).isEqualTo(1);
  }
}

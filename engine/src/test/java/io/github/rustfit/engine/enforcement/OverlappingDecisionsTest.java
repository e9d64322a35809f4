package io.github.rustfit.engine.enforcement;

import static io.github.rustfit.rules.policy.Decision.Kind.KEEP_IN_JAVA;
import static io.github.rustfit.rules.policy.Decision.Kind.TUNE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which components and days a decision is about, and what two decisions have in common. */
class OverlappingDecisionsTest {

  private static final String CPU = "cpuShare:app/hot";

  /** Finds the same matter, under the same id, in every component. */
  private record Everywhere() implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "everywhere",
          "A matter",
          "It is everywhere.",
          Topic.TUNING,
          Role.NECESSARY,
          Set.of(),
          List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      Finding matter =
          new Finding(
              "everywhere",
              "matter",
              Level.WARNING,
              "A.java",
              3,
              "It is.",
              "Mend.",
              true,
              false,
              Finding.Measured.NOTHING);
      return Outcome.no(Fact.measured("It is.")).with(List.of(matter));
    }
  }

  private static Decision decision(
      String finding,
      String component,
      Decision.Kind kind,
      String from,
      String until,
      String file) {
    return new Decision(
        finding,
        component,
        kind,
        "it is so",
        "team-x",
        LocalDate.parse(from),
        LocalDate.parse(until),
        file,
        31);
  }

  private static List<String> said(Assessment assessment) {
    return assessment.problems().stream()
        .filter(problem -> problem.message().startsWith("The decision"))
        .map(Problem::text)
        .toList();
  }

  private static List<Ruling.State> states(Assessment assessment) {
    return assessment.limitCheck().rulings().stream().map(Ruling::state).toList();
  }

  @Test
  void a_decision_about_one_component_leaves_the_same_finding_of_another() {
    Assessment assessment =
        new Held()
            .rules(new Everywhere())
            .decided("matter", "app/rest", KEEP_IN_JAVA, "2026-01-01", "2027-01-01")
            .judged();

    assertThat(states(assessment)).containsExactly(Ruling.State.IN_FORCE);
    assertThat(assessment.limitCheck().decision("matter", "app/rest")).isPresent();
    assertThat(assessment.limitCheck().decision("matter", "app/hot")).isEmpty();
    assertThat(accepted(assessment)).containsExactly("app/hot");
  }

  @Test
  void a_decision_about_no_component_is_about_every_one() {
    Assessment assessment =
        new Held()
            .rules(new Everywhere())
            .decided("matter", KEEP_IN_JAVA, "2026-01-01", "2027-01-01")
            .judged();

    assertThat(assessment.limitCheck().decision("matter", "app/rest")).isPresent();
    assertThat(assessment.limitCheck().decision("matter", "app/hot")).isPresent();
    assertThat(accepted(assessment)).isEmpty();
  }

  /** Components whose finding a baseline would accept, since no decision is about it. */
  private static List<String> accepted(Assessment assessment) {
    return AgainstBaseline.accepting("g:a", assessment, Map.of()).accepted().stream()
        .map(Accepted::component)
        .toList();
  }

  @Test
  void a_limit_crossed_by_one_component_is_not_silenced_by_a_decision_about_another() {
    Assessment assessment =
        new Held()
            .limit(Metric.CPU_SHARE, 0.2)
            .decided(CPU, "app/rest", KEEP_IN_JAVA, "2026-01-01", "2027-01-01")
            .judged();

    assertThat(assessment.limitCheck().violations()).extracting(Violation::id).containsExactly(CPU);
    assertThat(states(assessment)).containsExactly(Ruling.State.UNUSED);
  }

  @Test
  void a_hot_line_of_one_component_is_not_silenced_by_a_decision_about_another() {
    Held held = new Held().limit(Metric.HOT_PATH_FINDINGS, 0);

    assertThat(
            held.decided(Held.BOXING, "app/rest", TUNE, "2026-01-01", "2027-01-01")
                .judged()
                .limitCheck()
                .violations())
        .extracting(Violation::id)
        .containsExactly("hotPathFindings:app/hot");
  }

  /** On its first day and on its last day; see {@link Held#TODAY}. */
  @Test
  void a_decision_holds_from_its_first_day_to_its_last() {
    for (String[] days :
        List.of(
            new String[] {"2026-11-21", "2027-01-01"},
            new String[] {"2026-01-01", "2026-11-21"},
            new String[] {"2026-11-21", "2026-11-21"})) {
      Assessment assessment =
          new Held().limit(Metric.CPU_SHARE, 0.2).decided(CPU, TUNE, days[0], days[1]).judged();
      assertThat(states(assessment)).containsExactly(Ruling.State.IN_FORCE);
      assertThat(assessment.limitCheck().excused(Excuse.By.DECISION)).isEqualTo(1);
    }
  }

  @Test
  void one_that_repeats_another_silences_and_says_where_the_other_stands() {
    Assessment assessment =
        new Held()
            .limit(Metric.CPU_SHARE, 0.2)
            .decided(CPU, TUNE, "2026-01-01", "2027-01-01")
            .decided(decision(CPU, "", TUNE, "2026-06-01", "2027-06-01", "team.yaml"))
            .judged();

    assertThat(states(assessment)).containsExactly(Ruling.State.IN_FORCE, Ruling.State.IN_FORCE);
    assertThat(said(assessment))
        .containsExactly(
            "team.yaml:31: The decision about 'cpuShare:app/hot' repeats the decision in line 10 of"
                + " rustfit.yaml. Leave one of the two.");
  }

  @Test
  void two_overlap_only_where_they_name_the_same_component_and_day() {
    assertThat(overlapping("app/hot", "2026-01-01", "2027-01-01")).isTrue();
    assertThat(overlapping("app/rest", "2026-01-01", "2027-01-01")).isFalse();
    // the other holds from 2026-01-01 to 2027-01-01
    assertThat(overlapping("", "2025-01-01", "2025-12-31")).isFalse();
    assertThat(overlapping("", "2025-01-01", "2026-01-01")).isTrue();
    assertThat(overlapping("", "2027-01-01", "2027-02-01")).isTrue();
    assertThat(overlapping("", "2027-01-02", "2027-02-01")).isFalse();
  }

  private static boolean overlapping(String component, String from, String until) {
    Assessment assessment =
        new Held()
            .limit(Metric.CPU_SHARE, 0.2)
            .decided(CPU, "app/hot", TUNE, "2026-01-01", "2027-01-01")
            .decided(decision(CPU, component, KEEP_IN_JAVA, from, until, "team.yaml"))
            .judged();
    return said(assessment).stream().anyMatch(text -> text.contains("contradicts"));
  }

  /** Without CPU samples no finding was looked for, so nothing says that the decision is unused. */
  @Test
  void without_samples_a_decision_about_a_finding_is_not_called_unused() {
    assertThat(
            states(
                new Held()
                    .hot(0)
                    .rest(0)
                    .decided("gone", TUNE, "2026-01-01", "2027-01-01")
                    .judged()))
        .containsExactly(Ruling.State.UNCHECKED);
    assertThat(states(new Held().decided("gone", TUNE, "2026-01-01", "2027-01-01").judged()))
        .containsExactly(Ruling.State.UNUSED);
  }

  @Test
  void a_limit_of_the_process_has_no_component_that_could_be_missing() {
    Assessment assessment =
        new Held()
            .limit(Metric.GC_PAUSE_P99, 10)
            .pauses(120, 50_000_000)
            .decided("gcPauseP99", TUNE, "2026-01-01", "2027-01-01")
            .judged();

    assertThat(states(assessment)).containsExactly(Ruling.State.IN_FORCE);
    assertThat(assessment.limitCheck().passed()).isTrue();
    assertThat(said(assessment)).isEmpty();
  }

  @Test
  void only_what_is_not_touched_and_not_decided_is_left_to_the_change() {
    Assessment assessment =
        new Held()
            .limit(Metric.CPU_SHARE, 0.2)
            .decided(CPU, TUNE, "2026-01-01", "2027-01-01")
            .judged(
                Optional.of(new Baseline("g:a", new TreeSet<>(), Map.of(), Map.of())),
                Optional.of(new Change("main", new TreeSet<>())));

    assertThat(Stream.of(Excuse.By.values()).map(assessment.limitCheck()::excused))
        .containsExactly(1L, 0L, 0L);
  }
}

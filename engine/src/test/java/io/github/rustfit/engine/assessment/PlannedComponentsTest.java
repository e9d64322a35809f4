package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannedComponentsTest {

  private static final PlannedComponent GATEWAY =
      new PlannedComponent("gateway", "team-edge", "Terminates TLS.", "service", List.of());

  private static final CrateCatalogue CATALOGUE =
      new CrateCatalogue(
          List.of(
              entry("io.netty", CrateEntry.Grade.MATURE),
              entry("com.vendor", CrateEntry.Grade.NONE)));

  private static CrateEntry entry(String prefix, CrateEntry.Grade grade) {
    return new CrateEntry(
        List.of(prefix),
        List.of(),
        List.of(),
        grade,
        CrateEntry.Scope.RUNTIME,
        "n/a",
        "recall",
        "-",
        false,
        "");
  }

  private static DeclaredFacts planning(Declared declared, PlannedComponent... planned) {
    DeclaredFacts facts = declared.facts();
    return new DeclaredFacts(
        facts.currency(),
        facts.fleet(),
        Map.of(),
        facts.team(),
        facts.personMonthCost(),
        facts.horizon(),
        Map.of(),
        facts.operations(),
        List.of(planned),
        facts.assumptions());
  }

  private static Assessment assess(DeclaredFacts facts) {
    return new Assessor(
            Policy.DEFAULT.with(facts),
            CATALOGUE,
            Rules.load(PlannedComponentsTest.class.getClassLoader()))
        .assess(AnyEvidence.only(Set.of(Situation.HOT, Situation.REST)));
  }

  private static ComponentAssessment gateway(Assessment assessment) {
    return assessment.components().stream()
        .filter(one -> one.planned().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Declared favourable() {
    return Declared.workedExample(10_000)
        .team(6, 2, Seniority.SENIOR, 4)
        .operations(List.of("java", "rust"), "sre", Optional.of(true));
  }

  @Test
  void a_plan_stands_beside_the_code_with_what_is_declared() {
    Assessment assessment = assess(planning(favourable(), GATEWAY));

    assertThat(assessment.components())
        .extracting(one -> one.component().name(), one -> one.planned().isPresent())
        .containsExactly(tuple("app/hot", false), tuple("app/rest", false), tuple("gateway", true));
    ComponentAssessment gateway = gateway(assessment);
    assertThat(gateway.component().owner()).isEqualTo("team-edge");
    assertThat(answer(gateway, Topic.TEAM)).isEqualTo(Answer.YES);
    assertThat(answer(gateway, Topic.LIFETIME)).isEqualTo(Answer.YES);
    assertThat(answer(gateway, Topic.OPERATIONS)).isEqualTo(Answer.YES);
    assertThat(answer(gateway, Topic.ECOSYSTEM)).isEqualTo(Answer.UNKNOWN);
    assertThat(gateway.cpu().known()).isFalse();
  }

  @Test
  void without_a_recording_nothing_that_is_declared_makes_it_a_review() {
    ComponentAssessment gateway =
        gateway(
            assess(
                planning(
                    favourable(),
                    new PlannedComponent("gateway", "", "", "", List.of("io.netty")))));

    assertThat(gateway.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(gateway.gates().state(Gate.G5)).isEqualTo(GateState.PASS);
    assertThat(gateway.gates().state(Gate.G0)).isEqualTo(GateState.UNKNOWN);
    assertThat(gateway.wouldDecide())
        .anySatisfy(input -> assertThat(input).contains("smallest version in Java"));
  }

  @Test
  void a_declared_refusal_keeps_it_in_java() {
    ComponentAssessment gateway =
        gateway(assess(planning(favourable().team(2, 2, Seniority.SENIOR, 4), GATEWAY)));

    assertThat(gateway.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(gateway.reasons()).contains("The team has 2 developers.");
  }

  @Test
  void the_libraries_that_it_means_to_use_are_judged_as_declared() {
    ComponentAssessment gateway =
        gateway(
            assess(
                planning(
                    favourable(),
                    new PlannedComponent("gateway", "", "", "", List.of("com.vendor")))));

    assertThat(answer(gateway, Topic.ECOSYSTEM)).isEqualTo(Answer.NO);
    assertThat(gateway.topics().get(Topic.ECOSYSTEM))
        .extracting(TopicAnswer::facts)
        .satisfies(
            facts ->
                assertThat(facts).extracting(Fact::provenance).containsOnly(Provenance.DECLARED));
    assertThat(gateway.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
  }

  @Test
  void a_plan_whose_code_exists_is_a_problem() {
    Assessment assessment =
        assess(planning(favourable(), new PlannedComponent("app/hot", "", "", "", List.of())));

    assertThat(assessment.components()).noneMatch(one -> one.planned().isPresent());
    assertThat(assessment.problems())
        .extracting(Problem::message)
        .contains("The planned component 'app/hot' has code already.");
  }

  private static Answer answer(ComponentAssessment component, Topic topic) {
    TopicAnswer found = component.topics().get(topic);
    return found == null ? Answer.UNKNOWN : found.answer();
  }
}

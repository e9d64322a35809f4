package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.testing.StubRule;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole assessments of two components, one hot and one cold, with the built-in rules. */
class AssessorTest {

  /** 90 % of the CPU and of the allocation in {@code app/hot}; nothing else burns CPU. */
  private static final ProfileSummary RECORDING =
      processCpu(
          profile(
              600,
              samples(9000, cpu(Situation.IN_HOT)),
              samples(100, cpu(Situation.IN_REST)),
              samples(900, cpu()),
              samples(900, allocation("byte[]", Situation.IN_HOT)),
              samples(100, allocation("byte[]", Situation.IN_REST))),
          new Tally(600 * SECOND, 600 * SECOND),
          new Tally(0, 600 * SECOND));

  private static GcSummary log(String collector, String version, long pauseNanos) {
    return gcCpu(
        gc(collector, 600, 120, pauseNanos), new Tally(30 * SECOND, 600 * SECOND), version);
  }

  private static Evidence evidence(ProfileSummary recording, GcSummary log) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(Map.of("aa", recording)),
        new TreeMap<>(Map.of("bb", log)),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static Policy policy(
      Optional<Boolean> representative, Optional<ServiceLevel> level, OptionalInt incidents) {
    return new Policy(
        "rustfit.yaml",
        List.of(),
        new Policy.Declarations(
            representative,
            level,
            new Incidents(24, incidents, incidents),
            DeclaredFacts.NONE,
            Targets.NONE),
        new Policy.Enforced(List.of(), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
        List.of(),
        Origins.NONE);
  }

  private static final Policy MISSED =
      policy(Optional.of(true), Optional.of(p99(60, 75, 10, 5)), OptionalInt.of(0));

  private static Rules rules(Rule... more) {
    List<Rule> all = new ArrayList<>(Rules.load(AssessorTest.class.getClassLoader()).all());
    all.addAll(List.of(more));
    return Rules.of(all);
  }

  private static final Set<Topic> DECLARED =
      Set.of(Topic.REACH, Topic.ECONOMICS, Topic.LIFETIME, Topic.TEAM, Topic.OPERATIONS);

  /** The built-in rules, with what people would declare or try answered in favour of Rust. */
  private static Rules everythingSpeaksForRust() {
    List<Rule> all =
        new ArrayList<>(
            rules().all().stream()
                .filter(rule -> !DECLARED.contains(rule.descriptor().topic()))
                .toList());
    DECLARED.forEach(topic -> all.add(StubRule.measured(topic, Answer.YES)));
    return Rules.of(all);
  }

  private static ComponentAssessment hot(Assessment assessment) {
    return component(assessment, "app/hot");
  }

  private static ComponentAssessment component(Assessment assessment, String name) {
    return assessment.components().stream()
        .filter(c -> c.component().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Assessment assess(Policy policy, Rules rules, Evidence evidence) {
    return new Assessor(policy, CrateCatalogue.EMPTY, rules).assess(evidence);
  }

  private static final Evidence TUNED =
      evidence(RECORDING, log("Generational ZGC", "25+36", MILLI / 10));

  @Test
  void with_every_gate_passed_it_is_a_review_with_the_pain_as_reason() {
    ComponentAssessment hot = hot(assess(MISSED, everythingSpeaksForRust(), TUNED));

    assertThat(hot.gates().states().values()).containsOnly(GateState.PASS);
    assertThat(hot.verdict()).isEqualTo(Verdict.REVIEW_FOR_RUST);
    assertThat(hot.reasons()).contains("Observed p99 is 75.0 ms, the target is 60.0 ms: missed.");
    assertThat(hot.wouldDecide()).isEmpty();
  }

  @Test
  void a_cold_component_beside_it_stays_in_java() {
    ComponentAssessment rest =
        component(assess(MISSED, everythingSpeaksForRust(), TUNED), "app/rest");

    assertThat(rest.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(rest.gates().state(Gate.G2)).isEqualTo(GateState.FAIL);
    assertThat(rest.cpuSamples()).isEqualTo(100);
  }

  @Test
  void visible_pauses_on_an_old_jvm_are_tuned_first_with_the_flag() {
    ComponentAssessment hot =
        hot(
            assess(
                MISSED,
                everythingSpeaksForRust(),
                evidence(RECORDING, log("G1", "17.0.15+6", 80 * MILLI))));

    assertThat(hot.verdict()).isEqualTo(Verdict.TUNE_JVM_FIRST);
    assertThat(hot.reasons())
        .anySatisfy(reason -> assertThat(reason).contains("under G1"))
        .contains("The recorded JVM is 17.0.15+6.");
    assertThat(hot.findings())
        .extracting(f -> f.rule())
        .containsExactly("jdk-version", "low-pause-collector");
    assertThat(hot.findings()).allMatch(Finding::processWide);
  }

  @Test
  void a_met_target_and_no_incident_keep_it_in_java() {
    Policy met = policy(Optional.of(true), Optional.of(p99(60, 40, 10, 5)), OptionalInt.of(0));
    ComponentAssessment hot = hot(assess(met, everythingSpeaksForRust(), TUNED));

    assertThat(hot.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(hot.reasons().get(0))
        .isEqualTo("Observed p99 is 40.0 ms, the target is 60.0 ms: met.");
  }

  @Test
  void with_sources_alone_nothing_is_decided_and_it_says_what_to_record() {
    ComponentAssessment hot =
        hot(
            assess(
                Policy.DEFAULT, rules(), AnyEvidence.only(Set.of(Situation.HOT, Situation.REST))));

    assertThat(hot.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(hot.reasons())
        .containsExactly("Gate G1 (pain) is undecided, and the verdict turns on it.");
    assertThat(hot.wouldDecide())
        .anySatisfy(input -> assertThat(input).contains("-XX:StartFlightRecording"));
  }

  @Test
  void an_unrepresentative_load_leaves_it_open_and_says_so() {
    Policy toy = policy(Optional.of(false), Optional.of(p99(60, 75, 10, 5)), OptionalInt.of(0));
    ComponentAssessment hot = hot(assess(toy, everythingSpeaksForRust(), TUNED));

    assertThat(hot.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(hot.reasons())
        .containsExactly("The recorded load is declared not to be representative.");
    assertThat(hot.wouldDecide())
        .containsExactly(
            "It would be decided by a representative recording under load, long enough.");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEAM", "OPERATIONS", "ECOSYSTEM", "LIFETIME", "ECONOMICS"})
  void real_pain_without_economics_or_delivery_stays_in_java(Topic refusing) {
    List<Rule> all = new ArrayList<>(everythingSpeaksForRust().all());
    all.add(new StubRule(refusing, Role.SUFFICIENT, Answer.NO, Provenance.DECLARED));
    ComponentAssessment hot = hot(assess(MISSED, Rules.of(all), TUNED));

    assertThat(hot.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(hot.reasons()).contains(refusing + " is NO.");
  }

  @Test
  void a_rule_that_breaks_answers_unknown_and_is_named() {
    Rule broken =
        new Breaking(
            () -> {
              throw new NoClassDefFoundError("com/acme/Gone");
            });
    Rule empty = new Breaking(() -> null);
    for (Rule rule : List.of(broken, empty)) {
      Assessment assessment = assess(MISSED, rules(rule), TUNED);

      assertThat(hot(assessment).topics().get(Topic.TEAM))
          .extracting(TopicAnswer::answer)
          .isEqualTo(Answer.UNKNOWN);
      assertThat(assessment.problems())
          .extracting(Problem::message)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("'breaking'", Breaking.class.getName(), "'app/hot'"));
    }
  }

  private record Breaking(Supplier<Outcome> outcome) implements Rule {
    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "breaking", "B", "B.", Topic.TEAM, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return outcome.get();
    }
  }

  @Test
  void the_checklist_has_the_seven_questions_and_problems_are_gathered() {
    Policy ghost =
        new Policy(
            "rustfit.yaml",
            List.of(new ComponentDefinition("ghost", "", List.of("com.gone"), "")),
            new Policy.Declarations(
                Optional.empty(),
                Optional.empty(),
                Incidents.NOT_DECLARED,
                DeclaredFacts.NONE,
                Targets.NONE),
            new Policy.Enforced(List.of(), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
            List.of(),
            Origins.NONE);
    Assessment assessment = assess(ghost, rules(), TUNED);

    assertThat(hot(assessment).checklist())
        .extracting(answer -> answer.topic().question())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(assessment.problems())
        .extracting(Problem::message)
        .anySatisfy(m -> assertThat(m).contains("ghost"));
    assertThat(assessment.unattributedCpu().value()).isEqualTo(0.09);
  }
}

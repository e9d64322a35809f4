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
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.testing.AnyPolicy;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.testing.ATrial;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built-in rules alone, on evidence and declarations that pass every gate: 90 % of CPU and
 * allocation in one component, nothing that waits, a missed target under a tuned ZGC of JDK 25, a
 * large fleet, a team that knows how, a port that was measured. What is declared is then taken away
 * piece by piece.
 */
class EveryGateTest {

  private static final Rules BUILT_IN = Rules.load(EveryGateTest.class.getClassLoader());

  private static final ProfileSummary RECORDING =
      processCpu(
          profile(
              600,
              samples(9000, cpu(Situation.IN_HOT)),
              samples(1000, cpu(Situation.IN_REST)),
              samples(9000, new SampleKey(SampleKind.WALL, List.of(Situation.IN_HOT), "")),
              samples(1000, new SampleKey(SampleKind.WALL, List.of(Situation.IN_REST), "")),
              samples(900, allocation("byte[]", Situation.IN_HOT)),
              samples(100, allocation("byte[]", Situation.IN_REST))),
          new Tally(600 * SECOND, 600 * SECOND),
          new Tally(0, 600 * SECOND));

  private static final GcSummary TUNED =
      gcCpu(
          gc("Generational ZGC", 600, 120, MILLI / 10),
          new Tally(30 * SECOND, 600 * SECOND),
          "25+36");

  private static Evidence evidence(Map<String, ProfileSummary> recordings) {
    return evidence(recordings, RepositoryEvidence.EMPTY);
  }

  private static Evidence evidence(
      Map<String, ProfileSummary> recordings, RepositoryEvidence repository) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(recordings),
        new TreeMap<>(Map.of("bb", TUNED)),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
        new TreeSet<>(),
        repository,
        Collections.emptySortedMap());
  }

  /** A port that was measured: twice as fast, half of the memory, give or take. */
  private static Declared facts() {
    return unmeasured()
        .assuming(
            Map.of(
                Assumption.KERNEL_SPEED_UP, new ThreePoint(1.8, 2, 2.2),
                Assumption.MEMORY_REDUCTION, new ThreePoint(0.4, 0.5, 0.6)));
  }

  private static Declared unmeasured() {
    return new Declared()
        .fleet(2000, 8, 4, Binding.BOTH)
        .targetSaving(10_000)
        .team(6, 2, Seniority.SENIOR, 4)
        .personMonthCost(12_000)
        .horizon(5)
        .operations(List.of("java", "rust"), "team-sre", Optional.of(true));
  }

  private static Policy policy(Declared facts) {
    return new Policy(
            "rustfit.yaml",
            List.of(),
            new Policy.Declarations(
                Optional.of(true),
                Optional.of(Situation.p99(60, 75, 10, 5)),
                new Incidents(24, OptionalInt.of(0), OptionalInt.of(0)),
                DeclaredFacts.NONE,
                Targets.NONE),
            new Policy.Enforced(List.of(), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
            List.of(),
            Origins.NONE)
        .with(facts.facts());
  }

  private static ComponentAssessment assess(Policy policy) {
    return assess(policy, evidence(Map.of("aa", RECORDING)));
  }

  private static ComponentAssessment assess(Policy policy, Evidence evidence) {
    return new Assessor(policy, CrateCatalogue.EMPTY, BUILT_IN)
        .assess(evidence).components().stream()
            .filter(one -> one.component().name().equals("app/hot"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void with_every_gate_passed_it_is_a_review() {
    ComponentAssessment hot = assess(policy(facts()));

    assertThat(hot.gates().states().values()).containsOnly(GateState.PASS);
    assertThat(hot.verdict()).isEqualTo(Verdict.REVIEW_FOR_RUST);
    assertThat(hot.reasons().get(0))
        .isEqualTo("Observed p99 is 75.0 ms, the target is 60.0 ms: missed.");
    assertThat(hot.reasons())
        .last()
        .asString()
        .startsWith("Smallest entry shape: sidecar behind Hot.run(?), 100.0 %");
    assertThat(hot.economics()).isPresent();
  }

  private static final Declared HALF_OF_MEMORY =
      unmeasured().assuming(Map.of(Assumption.MEMORY_REDUCTION, new ThreePoint(0.4, 0.5, 0.6)));

  private static ComponentAssessment tried(Gain gain) {
    Trial trial = ATrial.of("app/hot", "com.acme.hot.Hot#run", Trial.Port.OPEN, gain);
    return assess(
        policy(HALF_OF_MEMORY),
        evidence(Map.of("aa", RECORDING), RepositoryEvidence.of(new TreeSet<>(Set.of(trial)))));
  }

  /** Of 9,000 samples in Hot.run of 10,000, 1 / (0.1 + 0.9 / 1.9) = 1.74 is above 1.25. */
  @Test
  void a_review_says_what_the_trial_measured_that_it_rests_on() {
    ComponentAssessment hot = tried(new Gain(1.9, 2, 2.1));
    String measured =
        "A first port of Hot.run runs at 2.00× (1.90× – 2.10×) of the speed of Java, through the"
            + " boundary, on captured arguments.";

    assertThat(hot.verdict()).isEqualTo(Verdict.REVIEW_FOR_RUST);
    assertThat(hot.reasons()).contains(measured);
    assertThat(hot.explanation().why()).endsWith("could be delivered. " + measured);
  }

  /** A first port that is slower may get better; it is not true that nobody measured it. */
  @Test
  void a_first_port_that_is_slower_is_named_where_a_trial_is_still_worth_it() {
    ComponentAssessment hot = tried(new Gain(0.75, 0.8, 0.85));

    assertThat(hot.verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(hot.explanation().why())
        .contains("with as much as is measured it does not. A first port of Hot.run runs at 0.80×")
        .doesNotContain("No trial");
  }

  /** The gain is assumed, and at its near end the port would be slower. */
  @Test
  void without_a_measured_gain_it_is_worth_a_trial_and_asks_for_the_measurement() {
    ComponentAssessment hot = assess(policy(unmeasured()));

    assertThat(hot.gates().state(Gate.G4)).isEqualTo(GateState.ASSUMED);
    assertThat(hot.verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(hot.wouldDecide())
        .first()
        .asString()
        .startsWith("Port the hot code behind the seam and measure it with rustfit:trial")
        .contains("economics.kernelSpeedUp and economics.memoryReduction");
    assertThat(hot.reasons().get(0)).contains("the target is 60.0 ms: missed");
  }

  @Test
  void a_gain_of_which_nobody_says_how_it_was_measured_is_a_trial_as_well() {
    Declared claimed =
        unmeasured()
            .assuming(
                Map.of(
                    Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(2),
                    Assumption.MEMORY_REDUCTION, ThreePoint.exactly(0.5)),
                "");
    ComponentAssessment hot = assess(policy(claimed));

    assertThat(hot.verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(hot.wouldDecide().get(0)).contains("economics.kernelSpeedUp.source");
  }

  /** Two of the twelve ports that were tried are slower than the Java code: 0.61× and 0.79×. */
  @Test
  void a_port_that_was_tried_and_is_slower_keeps_it_in_java() {
    Declared tried =
        unmeasured()
            .fleet(2000, 8, 4, Binding.CPU)
            .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(0.79)));

    assertThat(assess(policy(tried)).verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
  }

  @Test
  void without_the_recording_the_same_declarations_are_not_enough() {
    ComponentAssessment hot = assess(policy(facts()), evidence(Map.of()));

    assertThat(hot.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(hot.gates().state(Gate.G0)).isEqualTo(GateState.UNKNOWN);
  }

  /** The numbers are those of {@link AnyPolicy#forget}. */
  @ParameterizedTest
  @CsvSource({
    "0, serviceLevel",
    "1, serviceLevel.observedMs",
    "6, recording.representative",
    "7, fleet.instances",
    "8, fleet.memoryGiB",
    "9, fleet.vCpus",
    "10, fleet.pricePerGiBYear",
    "11, fleet.pricePerVCpuYear",
    "12, fleet.binding",
    "14, team.size",
    "18, personMonthCost",
    "19, horizon.years",
    "20, approvedLanguages",
    "21, operations.onCall",
    "22, operations.nativeBinaries"
  })
  void what_a_gate_rests_on_leaves_it_open_when_it_is_missing_and_is_asked_for(
      int forgotten, String key) {
    ComponentAssessment hot = assess(AnyPolicy.forget(policy(facts()), Set.of(forgotten)));

    assertThat(hot.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(hot.wouldDecide()).anySatisfy(input -> assertThat(input).contains(key));
  }

  /** Median and service time, incidents, the saving, experience or ramp-up: another one decides. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 13, 15, 16, 17})
  void what_another_declaration_makes_up_for_changes_nothing(int forgotten) {
    assertThat(assess(AnyPolicy.forget(policy(facts()), Set.of(forgotten))).verdict())
        .isEqualTo(Verdict.REVIEW_FOR_RUST);
  }

  @Test
  void neither_experience_nor_time_declared_leaves_the_team_open() {
    assertThat(assess(AnyPolicy.forget(policy(facts()), Set.of(15, 17))).gates().state(Gate.G5))
        .isEqualTo(GateState.UNKNOWN);
  }

  @Test
  void each_declared_refusal_keeps_it_in_java_with_its_reason() {
    Map<Declared, String> refusals =
        Map.of(
            facts().fleet(1, 8, 4, Binding.BOTH).personMonthCost(1e6), "are left",
            facts().team(2, 2, Seniority.SENIOR, 4), "The team has 2 developers.",
            facts().team(6, 0, Seniority.SENIOR, 0), "0 developers with experience",
            facts().horizon(1), "meant to live 1 more year",
            facts().operations(List.of("java"), "sre", Optional.of(true)), "languages: java.",
            facts().operations(List.of("rust"), "sre", Optional.of(false)), "not admitted");
    refusals.forEach(
        (refusal, reason) -> {
          ComponentAssessment hot = assess(policy(refusal));
          assertThat(hot.verdict()).as(reason).isEqualTo(Verdict.KEEP_IN_JAVA);
          assertThat(hot.reasons()).anySatisfy(one -> assertThat(one).contains(reason));
        });
  }
}

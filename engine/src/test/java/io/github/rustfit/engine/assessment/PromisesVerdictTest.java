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

import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.GcBuilder;
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

/**
 * The built-in rules on a function and on a device that miss their targets: Java's own means first,
 * then a trial, and a review for what a prototype was measured to take. No latency is promised.
 */
class PromisesVerdictTest {

  private static final Rules BUILT_IN = Rules.load(PromisesVerdictTest.class.getClassLoader());

  private static final long MIB = 1 << 20;

  private static final Set<Remedy> ALL = Set.of(Remedy.values());

  /** A component with 95 % of CPU and allocation, which is the program, in 180 MiB. */
  private static ProfileSummary recording(long seconds, double peakMiB) {
    ProcessFacts process =
        new ProcessFacts(
            (long) (peakMiB * MIB),
            0,
            0,
            new Tally(seconds * SECOND, seconds * SECOND),
            new Tally(0, seconds * SECOND),
            true,
            new TreeSet<>(),
            NativeFacts.UNKNOWN);
    return processCpu(
            profile(
                seconds,
                samples(9500, cpu(Situation.IN_HOT)),
                samples(500, cpu(Situation.IN_REST)),
                samples(1900, allocation("byte[]", Situation.IN_HOT)),
                samples(100, allocation("byte[]", Situation.IN_REST))),
            new Tally(seconds * SECOND, seconds * SECOND),
            new Tally(0, seconds * SECOND))
        .with(RecordingFacts.EMPTY.with(process));
  }

  private static GcSummary log(long seconds) {
    return GcBuilder.from(
            gcCpu(
                gc("Serial", seconds, 120, MILLI / 10), new Tally(0, seconds * SECOND), "25.0.1+8"))
        .heap(60 * MIB, 20 * MIB)
        .build();
  }

  private static Policy policy(Targets targets) {
    DeclaredFacts facts =
        new Declared()
            .fleet(2000, 8, 4, Binding.BOTH)
            .team(6, 2, Seniority.SENIOR, 4)
            .personMonthCost(12_000)
            .horizon(5)
            .operations(List.of("java", "rust"), "team-sre", Optional.of(true))
            .assuming(
                Map.of(
                    Assumption.KERNEL_SPEED_UP, new ThreePoint(1.8, 2, 2.2),
                    Assumption.MEMORY_REDUCTION, new ThreePoint(0.4, 0.5, 0.6)))
            .facts();
    return new Policy(
        "rustfit.yaml",
        List.of(),
        new Policy.Declarations(
            Optional.of(true),
            Optional.empty(),
            new Incidents(24, OptionalInt.of(0), OptionalInt.of(0)),
            facts,
            targets),
        new Policy.Enforced(List.of(), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
        List.of(),
        Origins.NONE);
  }

  private static ComponentAssessment assess(
      Targets targets, ProfileSummary recorded, long seconds) {
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("aa", recorded)),
            new TreeMap<>(Map.of("bb", log(seconds))),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return new Assessor(policy(targets), CrateCatalogue.EMPTY, BUILT_IN)
        .assess(evidence).components().stream()
            .filter(one -> one.component().name().equals("app/hot"))
            .findFirst()
            .orElseThrow();
  }

  private static final Target START = Target.of(500).observing(301_000, "cold starts");

  private static ComponentAssessment function(Target target, Set<Remedy> tried) {
    return assess(Targets.NONE.startUp(target).after(tried), recording(600, 100), 600);
  }

  private static ComponentAssessment device(Target target, Set<Remedy> tried) {
    return assess(Targets.NONE.resident(target).after(tried), recording(600, 180), 600);
  }

  @Test
  void a_function_that_starts_too_slowly_tries_an_aot_cache_first() {
    ComponentAssessment hot = function(START, Set.of());

    assertThat(hot.gates().state(Gate.G1)).isEqualTo(GateState.PASS);
    assertThat(hot.verdict()).isEqualTo(Verdict.TUNE_JVM_FIRST);
    assertThat(hot.reasons().get(0)).contains("missed. Not tried yet: an AOT cache");
    assertThat(hot.conclusion().explanation().next()).contains("-XX:AOTCacheOutput=app.aot");
  }

  /** The recording of 600 s is no more than twice the start of 301 s. */
  @Test
  void after_all_of_that_it_is_worth_a_trial_and_the_estimate_says_that_it_is_assumed() {
    ComponentAssessment hot = function(START, ALL);

    assertThat(hot.verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(hot.gates().state(Gate.G2)).isEqualTo(GateState.ASSUMED);
    assertThat(hot.wouldDecide()).first().asString().contains("targets.startUp.prototypeMs");
    assertThat(hot.reasons().get(0)).contains("Start-up is 301000.0 ms (cold starts)");
  }

  @Test
  void a_prototype_with_its_source_is_a_review_and_one_without_is_not() {
    assertThat(function(START.tried(40, "a port"), ALL).verdict())
        .isEqualTo(Verdict.REVIEW_FOR_RUST);
    assertThat(function(START.tried(40, ""), ALL).verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(function(START.tried(900, "a port"), ALL).verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
  }

  @Test
  void a_start_that_is_met_keeps_it_in_java() {
    ComponentAssessment hot = function(Target.of(500).observing(499, "cold starts"), ALL);

    assertThat(hot.verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(hot.reasons().get(0)).contains("the target is 500.0 ms: met.");
  }

  @Test
  void a_start_that_nobody_knows_is_asked_for() {
    ComponentAssessment hot = function(Target.of(500), ALL);

    assertThat(hot.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    assertThat(hot.wouldDecide()).anySatisfy(i -> assertThat(i).contains("startUp.observedMs"));
  }

  /** The heap is 3 times what is live and Serial runs, so compact headers are next. */
  @Test
  void a_device_goes_up_its_own_ladder_first() {
    ComponentAssessment hot = device(Target.of(128), Set.of());

    assertThat(hot.verdict()).isEqualTo(Verdict.TUNE_JVM_FIRST);
    assertThat(hot.reasons().get(0))
        .isEqualTo(
            "Resident memory is 180.0 MiB (peak of jdk.ResidentSetSize), the target is 128.0 MiB:"
                + " missed. Not tried yet: compact object headers; the JVM was started without"
                + " -XX:+UseCompactObjectHeaders.");
  }

  @Test
  void then_it_is_worth_a_trial_and_a_measured_prototype_is_a_review() {
    assertThat(device(Target.of(128), ALL).verdict()).isEqualTo(Verdict.WORTH_A_TRIAL);
    assertThat(device(Target.of(128).tried(14, "a port"), ALL).verdict())
        .isEqualTo(Verdict.REVIEW_FOR_RUST);
    assertThat(device(Target.of(128).tried(140, "a port"), ALL).verdict())
        .isEqualTo(Verdict.KEEP_IN_JAVA);
    assertThat(device(Target.of(181), ALL).verdict()).isEqualTo(Verdict.KEEP_IN_JAVA);
  }

  /** Of the rest of the program nothing is hot, so it is not the cause. */
  @Test
  void what_is_not_the_cause_stays_whatever_was_tried() {
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("aa", recording(600, 180))),
            new TreeMap<>(Map.of("bb", log(600))),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    assertThat(
            new Assessor(
                    policy(Targets.NONE.resident(Target.of(128)).after(ALL)),
                    CrateCatalogue.EMPTY,
                    BUILT_IN)
                .assess(evidence).components().stream()
                    .filter(one -> one.component().name().equals("app/rest"))
                    .findFirst()
                    .orElseThrow()
                    .verdict())
        .isEqualTo(Verdict.KEEP_IN_JAVA);
  }
}

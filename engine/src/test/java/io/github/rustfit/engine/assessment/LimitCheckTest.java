package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** 300 of 1,000 CPU samples in {@code app/hot}: 30 %, by Wilson's formula 27.2 to 32.9 %. */
class LimitCheckTest {

  private static Assessment check(
      Map<Verdict, Level> verdicts, Map<String, GcSummary> logs, Limit... limits) {
    return check(
        verdicts,
        logs,
        profile(60, samples(300, cpu(Situation.IN_HOT)), samples(700, cpu())),
        limits);
  }

  private static Assessment check(
      Map<Verdict, Level> verdicts,
      Map<String, GcSummary> logs,
      ProfileSummary recorded,
      Limit... limits) {
    Policy policy =
        new Policy(
            "rustfit.yaml",
            List.of(),
            new Policy.Declarations(
                Optional.empty(),
                Optional.empty(),
                Incidents.NOT_DECLARED,
                DeclaredFacts.NONE,
                Targets.NONE),
            new Policy.Enforced(List.of(limits), verdicts, Map.of(), Policy.Enforced.NOTICE_DAYS),
            List.of(),
            Origins.NONE);
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("aa", recorded)),
            new TreeMap<>(logs),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return new Assessor(
            policy, CrateCatalogue.EMPTY, Rules.load(LimitCheckTest.class.getClassLoader()))
        .assess(evidence);
  }

  /** All 1,000 samples are of a class that no source has. */
  @Test
  void a_recording_of_another_program_holds_no_limit() {
    LimitCheckResult check =
        check(
                Map.of(Verdict.TUNE_JVM_FIRST, Level.ERROR),
                Map.of(),
                profile(60, samples(1000, cpu(frame("org.other.Main", "run", 7)))),
                new Limit(Metric.CPU_SHARE, 0.5, Level.ERROR))
            .limitCheck();

    assertThat(check.states())
        .containsExactly(
            Map.entry("limits.cpuShare", LimitState.NOT_CHECKED),
            Map.entry("verdicts.tune-jvm-first", LimitState.NOT_CHECKED));
    assertThat(check.unchecked())
        .extracting(Problem::message)
        .allMatch(message -> message.contains("none of the CPU samples passes through a class"));
  }

  /** 10 % of the stacks were cut and may be of anyone: 30 % is up to 32.9 + 10 %. */
  @Test
  void a_limit_between_what_is_seen_and_what_may_be_is_not_checked() {
    ProfileSummary cut =
        profile(
            60,
            samples(300, cpu(Situation.IN_HOT)),
            samples(100, cpu(frame("org.other.Main", "run", 7), Frame.CUT)),
            samples(600, cpu()));
    for (Map.Entry<Double, LimitState> right :
        Map.of(
                0.25, LimitState.CROSSED,
                0.35, LimitState.NOT_CHECKED,
                0.45, LimitState.HELD)
            .entrySet()) {
      assertThat(
              check(
                      Map.of(),
                      Map.of(),
                      cut,
                      new Limit(Metric.CPU_SHARE, right.getKey(), Level.ERROR))
                  .limitCheck()
                  .states())
          .describedAs("%s", right.getKey())
          .containsValue(right.getValue());
    }
  }

  /** What computes and leaves allocation to libraries is no other program. */
  @Test
  void a_program_whose_libraries_allocate_is_checked() {
    LimitCheckResult check =
        check(
                Map.of(Verdict.REVIEW_FOR_RUST, Level.ERROR),
                Map.of(),
                profile(
                    60,
                    samples(100, cpu(Situation.IN_HOT)),
                    samples(100, allocation("byte[]", frame("org.other.Main", "run", 7)))))
            .limitCheck();

    assertThat(check.limits(LimitState.HELD)).containsExactly("verdicts.review-for-rust");
  }

  /** 400 of 1,000 samples lie at a line that the method does not have any more. */
  @Test
  void lines_that_the_source_does_not_have_hold_no_limit_on_hot_lines() {
    LimitCheckResult check =
        check(
                Map.of(Verdict.TUNE_JVM_FIRST, Level.ERROR, Verdict.REVIEW_FOR_RUST, Level.ERROR),
                Map.of(),
                profile(
                    60,
                    samples(600, cpu(Situation.IN_HOT)),
                    samples(400, cpu(frame("com.acme.hot.Hot", "run", 900)))),
                new Limit(Metric.CPU_SHARE, 1, Level.ERROR),
                new Limit(Metric.HOT_PATH_FINDINGS, 0, Level.ERROR))
            .limitCheck();

    assertThat(check.limits(LimitState.HELD)).containsExactly("limits.cpuShare");
    assertThat(check.limits(LimitState.NOT_CHECKED))
        .containsExactly(
            "limits.hotPathFindings", "verdicts.review-for-rust", "verdicts.tune-jvm-first");
    assertThat(check.unchecked().get(0).message())
        .contains("app/hot: 40.0 % of its CPU samples lie at methods or lines");
  }

  /** 40 of 1,000 are more than profilers tear, and hide fixes, but no verdict for Rust. */
  @Test
  void few_moved_lines_hide_fixes_in_java_alone() {
    LimitCheckResult check =
        check(
                Map.of(Verdict.TUNE_JVM_FIRST, Level.ERROR, Verdict.REVIEW_FOR_RUST, Level.ERROR),
                Map.of(),
                profile(
                    60,
                    samples(960, cpu(Situation.IN_HOT)),
                    samples(40, cpu(frame("com.acme.hot.Hot", "run", 900)))))
            .limitCheck();

    assertThat(check.limits(LimitState.HELD)).containsExactly("verdicts.review-for-rust");
    assertThat(check.limits(LimitState.NOT_CHECKED)).containsExactly("verdicts.tune-jvm-first");
  }

  @Test
  void what_is_crossed_is_neither_held_nor_open() {
    assertThat(cpuLimit(0.2).limitCheck().states())
        .containsExactly(Map.entry("limits.cpuShare", LimitState.CROSSED));
    assertThat(cpuLimit(0.9).limitCheck().states())
        .containsExactly(Map.entry("limits.cpuShare", LimitState.HELD));
  }

  private static Assessment cpuLimit(double share) {
    return check(Map.of(), Map.of(), new Limit(Metric.CPU_SHARE, share, Level.ERROR));
  }

  @Test
  void a_share_violates_its_limit_only_if_the_near_bound_does() {
    assertThat(cpuLimit(0.27).limitCheck().passed()).isFalse();
    assertThat(cpuLimit(0.28).limitCheck().violations()).isEmpty();
  }

  @Test
  void a_violation_says_what_crossed_which_limit_where() {
    Violation violation = cpuLimit(0.20).limitCheck().violations().get(0);

    assertThat(violation.component()).isEqualTo("app/hot");
    assertThat(violation.rule()).isEqualTo("cpuShare");
    assertThat(violation.location()).isEqualTo("Hot.java:7");
    assertThat(violation.message())
        .isEqualTo("owns 30.0 % (27.2–32.9 %) of the CPU samples, the limit is 20.0 %");
    assertThat(violation.measuredValue()).hasValue(0.3);
  }

  @Test
  void a_limit_that_cannot_be_checked_is_a_problem_and_no_silent_pass() {
    Assessment assessment =
        check(
            Map.of(),
            Map.of(),
            new Limit(Metric.ALLOCATION_SHARE, 0.2, Level.ERROR),
            new Limit(Metric.GC_PAUSE_P99, 10, Level.ERROR));

    assertThat(assessment.limitCheck().violations()).isEmpty();
    assertThat(assessment.problems())
        .extracting(Problem::message)
        .containsExactly(
            "The limit allocationShare could not be checked: no allocation samples.",
            "The limit gcPauseP99 could not be checked: no GC log or GC events.");
  }

  /** 120 pauses of 50 ms in 600 s: p99 is 50 ms, throughput 99 %. */
  @Test
  void limits_of_the_process_hold_from_above_or_from_below() {
    Map<String, GcSummary> log = Map.of("bb", gc("G1", 600, 120, 50 * MILLI));

    assertThat(
            check(Map.of(), log, new Limit(Metric.GC_PAUSE_P99, 51, Level.ERROR))
                .limitCheck()
                .passed())
        .isTrue();
    assertThat(
            check(Map.of(), log, new Limit(Metric.GC_PAUSE_P99, 49, Level.ERROR))
                .limitCheck()
                .passed())
        .isFalse();
    assertThat(
            check(Map.of(), log, new Limit(Metric.GC_THROUGHPUT, 98.5, Level.ERROR))
                .limitCheck()
                .passed())
        .isTrue();
    assertThat(
            check(Map.of(), log, new Limit(Metric.GC_THROUGHPUT, 99.5, Level.ERROR))
                .limitCheck()
                .violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo("gcThroughput is 99 %, the limit is at least 99.5 %");
    assertThat(
            check(Map.of(), log, new Limit(Metric.FULL_COLLECTIONS, 0, Level.ERROR))
                .limitCheck()
                .passed())
        .isTrue();
  }

  /**
   * Of 120 pauses 110 take 10 ms, 8 take 30 ms and 2 take 70 ms: rank 119 (p99) is one of the
   * longest and rank 114 (p95) is not.
   */
  @Test
  void the_limit_on_pauses_is_held_against_their_99th_percentile() {
    GcSummary log =
        gc("G1", 500, 110, 10 * MILLI)
            .merge(gc("G1", 60, 8, 30 * MILLI))
            .merge(gc("G1", 40, 2, 70 * MILLI));

    assertThat(
            check(Map.of(), Map.of("bb", log), new Limit(Metric.GC_PAUSE_P99, 40, Level.ERROR))
                .limitCheck()
                .violations())
        .singleElement()
        .satisfies(one -> assertThat(one.measuredValue().orElse(0)).isCloseTo(70, within(0.07)));
  }

  @Test
  void only_errors_fail_and_they_come_first() {
    LimitCheckResult gate =
        check(
                Map.of(),
                Map.of(),
                new Limit(Metric.CPU_SHARE, 0.1, Level.WARNING),
                new Limit(Metric.CPU_SHARE, 0.2, Level.ERROR))
            .limitCheck();

    assertThat(gate.violations())
        .extracting(Violation::level)
        .containsExactly(Level.ERROR, Level.WARNING);
    assertThat(cpuLimit(0.9).limitCheck().passed()).isTrue();
    assertThat(
            check(Map.of(), Map.of(), new Limit(Metric.CPU_SHARE, 0.1, Level.WARNING))
                .limitCheck()
                .passed())
        .isTrue();
  }

  @Test
  void a_verdict_that_the_policy_does_not_accept_is_a_violation_of_each_component() {
    LimitCheckResult gate =
        check(Map.of(Verdict.NOT_ENOUGH_EVIDENCE, Level.ERROR), Map.of()).limitCheck();

    assertThat(gate.violations()).extracting(Violation::component).contains("app/hot");
    assertThat(gate.errors()).extracting(Violation::rule).containsOnly("verdict");
  }
}

package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as a change of a component, and how much may pass as none. */
class ChangedTest {

  private static final FindingChanges NONE = FindingChanges.NONE;

  private static Optional<Judgement> judged(Verdict verdict) {
    Map<Gate, GateState> states = new EnumMap<>(Gate.class);
    Stream.of(Gate.values()).forEach(gate -> states.put(gate, GateState.PASS));
    return Optional.of(new Judgement(verdict, new Gates(states, false)));
  }

  private static MetricComparison figure(Change change) {
    return new MetricComparison(
        ComparedMetric.CPU_CORES,
        OptionalDouble.of(1),
        OptionalDouble.of(2),
        Optional.empty(),
        change);
  }

  private static ComponentComparison component(
      Optional<Judgement> before,
      Optional<Judgement> after,
      Change figure,
      Change method,
      FindingChanges findings) {
    return new ComponentComparison(
        "app",
        before,
        after,
        List.of(figure(Change.UNCHANGED), figure(figure)),
        List.of(new MethodChange("a.B", "run", figure(method))),
        findings);
  }

  private static boolean changed(Change figure, Change method, FindingChanges findings) {
    Optional<Judgement> kept = judged(Verdict.KEEP_IN_JAVA);
    return component(kept, kept, figure, method, findings).changed();
  }

  @Test
  void what_moved_beyond_noise_is_a_change_and_what_is_unknown_is_none() {
    for (Change none : List.of(Change.UNCHANGED, Change.UNTESTED, Change.UNKNOWN)) {
      assertThat(changed(none, none, NONE)).isFalse();
    }
    for (Change one : List.of(Change.WORSE, Change.BETTER, Change.MOVED)) {
      assertThat(changed(one, Change.UNCHANGED, NONE)).isTrue();
      assertThat(changed(Change.UNKNOWN, one, NONE)).isTrue();
    }
  }

  @Test
  void findings_that_come_or_go_are_a_change_and_those_that_stay_are_none() {
    Finding finding =
        new Finding(
            "r",
            "r",
            Level.NOTE,
            "",
            0,
            "It is.",
            "Mend it.",
            true,
            false,
            Finding.Measured.NOTHING);

    assertThat(
            changed(
                Change.UNCHANGED, Change.UNCHANGED, new FindingChanges(List.of(), List.of(), 3)))
        .isFalse();
    assertThat(
            changed(
                Change.UNCHANGED,
                Change.UNCHANGED,
                new FindingChanges(List.of(finding), List.of(), 0)))
        .isTrue();
    assertThat(
            changed(
                Change.UNCHANGED,
                Change.UNCHANGED,
                new FindingChanges(List.of(), List.of(finding), 0)))
        .isTrue();
  }

  @Test
  void another_verdict_or_one_side_alone_is_judged_otherwise() {
    Optional<Judgement> kept = judged(Verdict.KEEP_IN_JAVA);

    assertThat(of(kept, kept).judgedOtherwise()).isFalse();
    assertThat(of(kept, judged(Verdict.TUNE_JVM_FIRST)).judgedOtherwise()).isTrue();
    assertThat(of(kept, Optional.empty()).judgedOtherwise()).isTrue();
    assertThat(of(Optional.empty(), kept).judgedOtherwise()).isTrue();
    assertThat(of(kept, judged(Verdict.TUNE_JVM_FIRST)).changed()).isTrue();
  }

  private static ComponentComparison of(Optional<Judgement> before, Optional<Judgement> after) {
    return component(before, after, Change.UNCHANGED, Change.UNCHANGED, NONE);
  }

  @Test
  void a_tolerance_is_no_less_than_none_and_a_ratio_of_loads_is_positive() {
    for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Margin(wrong, 1)).isInstanceOf(IllegalArgumentException.class);
    }
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Margin(0.1, wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Margin(0, 0.5).loadRatio()).isEqualTo(0.5);
  }

  /** One value a run: these differ by less than a millionth. */
  private static RunValues runs(double... values) {
    return new RunValues(
        Arrays.stream(values)
            .mapToObj(one -> new RunValues.Value(one, one * 1e-7, 1_000))
            .toList());
  }

  private static MetricComparison tested(
      ComparedMetric metric, RunValues before, RunValues after, Margin margin) {
    Draft draft =
        new Draft(
            metric,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            before,
            after);
    assertThat(draft.tested()).isTrue();
    return draft.at(0.005, margin);
  }

  private static Change tested(ComparedMetric metric, double factor) {
    return tested(
            metric,
            runs(100, 100, 100),
            runs(100 * factor, 100 * factor, 100 * factor),
            new Margin(0.25, 1))
        .change();
  }

  /** With a tolerance of a quarter a ratio from 0.8 to 1.25 is none: 1/1.25 = 0.8. */
  @Test
  void what_is_beyond_noise_and_within_the_tolerance_is_no_change() {
    assertThat(tested(ComparedMetric.CPU_CORES, 1.24)).isEqualTo(Change.UNCHANGED);
    assertThat(tested(ComparedMetric.CPU_CORES, 1.26)).isEqualTo(Change.WORSE);
    assertThat(tested(ComparedMetric.CPU_SHARE, 1.24)).isEqualTo(Change.UNCHANGED);
    assertThat(tested(ComparedMetric.CPU_SHARE, 1.26)).isEqualTo(Change.MOVED);
    assertThat(tested(ComparedMetric.CPU_CORES, 0.81)).isEqualTo(Change.UNCHANGED);
    assertThat(tested(ComparedMetric.CPU_CORES, 0.79)).isEqualTo(Change.BETTER);
    assertThat(tested(ComparedMetric.CPU_SHARE, 0.79)).isEqualTo(Change.MOVED);
  }

  /**
   * 95, 100 and 105 differ by 5 %; t(4) of 1 in 200 is 4.604: e^(4.604 · 0.05 · √(2/3)) = 1.2068,
   * so that 1.2 times as much is noise and 1.22 times is not.
   */
  @Test
  void what_runs_of_one_program_may_differ_by_is_no_change() {
    RunValues before = runs(95, 100, 105);

    assertThat(tested(ComparedMetric.CPU_CORES, before, before.times(1.2), Margin.DEFAULT).change())
        .isEqualTo(Change.UNCHANGED);
    MetricComparison more =
        tested(ComparedMetric.CPU_CORES, before, before.times(1.22), Margin.DEFAULT);
    assertThat(more.change()).isEqualTo(Change.WORSE);
    assertThat(more.before()).hasValue(100);
    assertThat(more.effect().orElseThrow().value()).isCloseTo(1.22, within(1e-9));
    assertThat(more.effect().orElseThrow().low()).isCloseTo(1.22 / 1.2068, within(1e-4));
    assertThat(more.effect().orElseThrow().high()).isCloseTo(1.22 * 1.2068, within(1e-4));
  }

  /** Nothing before has no ratio; the difference of the means is tested. */
  @Test
  void what_came_or_went_is_told_by_the_difference() {
    RunValues none = runs(0, 0, 0);
    RunValues some = runs(5, 5.01, 4.99);

    MetricComparison came = tested(ComparedMetric.LOCK_WAIT, none, some, Margin.DEFAULT);
    assertThat(came.change()).isEqualTo(Change.WORSE);
    assertThat(came.effect().orElseThrow().low()).isInfinite();
    MetricComparison went = tested(ComparedMetric.LOCK_WAIT, some, none, Margin.DEFAULT);
    assertThat(went.change()).isEqualTo(Change.BETTER);
    assertThat(went.effect().orElseThrow().high()).isZero();
    MetricComparison perhaps =
        tested(ComparedMetric.LOCK_WAIT, none, runs(0, 5, 10), Margin.DEFAULT);
    assertThat(perhaps.change()).isEqualTo(Change.UNCHANGED);
    assertThat(perhaps.effect().orElseThrow().low()).isZero();
    assertThat(
            tested(ComparedMetric.CPU_SHARE, runs(0, 0), runs(0.5, 0.5), Margin.DEFAULT).effect())
        .hasValueSatisfying(
            effect -> {
              assertThat(effect.kind()).isEqualTo(Effect.Kind.DIFFERENCE);
              assertThat(effect.value()).isCloseTo(0.5, within(1e-12));
            });
  }

  /** Four lock waits a run, however alike, say nothing; nor does p99.9 of 600 pauses. */
  @Test
  void few_events_say_nothing() {
    RunValues four = new RunValues(List.of(event(4), event(4), event(4)));
    RunValues nine = new RunValues(List.of(event(9), event(9), event(9)));
    RunValues ten = new RunValues(List.of(event(10), event(10), event(10)));

    assertThat(untested(ComparedMetric.LOCK_WAIT, four, nine)).isEqualTo(Change.UNKNOWN);
    assertThat(draft(ComparedMetric.LOCK_WAIT, four, ten).tested()).isTrue();
    RunValues beyond = new RunValues(List.of(pause(0.6), pause(0.6)));
    assertThat(untested(ComparedMetric.PAUSE_P999, beyond, beyond)).isEqualTo(Change.UNKNOWN);
    assertThat(
            draft(
                    ComparedMetric.PAUSE_P99,
                    new RunValues(List.of(pause(1), pause(1))),
                    new RunValues(List.of(pause(6), pause(6))))
                .tested())
        .isTrue();
    assertThat(
            untested(
                ComparedMetric.LOCK_WAIT,
                new RunValues(List.of(event(0), event(0))),
                new RunValues(List.of(event(0), event(0)))))
        .isEqualTo(Change.UNCHANGED);
  }

  private static RunValues.Value event(int events) {
    return RunValues.Value.ofEvents(events, events);
  }

  private static RunValues.Value pause(double beyond) {
    return new RunValues.Value(5e6, 5e3, beyond);
  }

  private static Draft draft(ComparedMetric metric, RunValues before, RunValues after) {
    return new Draft(
        metric, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), before, after);
  }

  private static Change untested(ComparedMetric metric, RunValues before, RunValues after) {
    assertThat(draft(metric, before, after).tested()).isFalse();
    return draft(metric, before, after).at(0.005, Margin.DEFAULT).change();
  }

  /** A single run on either side: the interval within the runs is shown, and nothing is said. */
  @Test
  void a_single_run_is_not_tested_whatever_its_samples_say() {
    Effect effect = new Effect(Effect.Kind.RATIO, 3, 2, 5);

    MetricComparison once = drafted(ComparedMetric.CPU_CORES, effect).at(0.005, Margin.DEFAULT);

    assertThat(once.change()).isEqualTo(Change.UNTESTED);
    assertThat(once.effect()).contains(effect);
    assertThat(
            drafted(ComparedMetric.CPU_CORES, effect)
                .over(runs(1, 1, 1), runs(3))
                .at(0.005, Margin.DEFAULT)
                .change())
        .isEqualTo(Change.UNTESTED);
  }

  /** What differs by more than the noise within the runs is shown all the same, as untested. */
  @Test
  void what_was_not_tested_is_shown_where_it_differs_and_is_no_change() {
    assertThat(shown(new Effect(Effect.Kind.RATIO, 3, 2, 5))).isTrue();
    assertThat(shown(new Effect(Effect.Kind.RATIO, 0.5, 0.4, 0.9))).isTrue();
    assertThat(shown(new Effect(Effect.Kind.RATIO, 1.1, 0.9, 1.3))).isFalse();
    assertThat(shown(new Effect(Effect.Kind.DIFFERENCE, 0.2, 0.1, 0.3))).isTrue();
    assertThat(shown(new Effect(Effect.Kind.DIFFERENCE, 0.02, -0.1, 0.1))).isFalse();
  }

  private static boolean shown(Effect effect) {
    MetricComparison figure =
        new MetricComparison(
            ComparedMetric.CPU_CORES,
            OptionalDouble.of(1),
            OptionalDouble.of(2),
            Optional.of(effect),
            Change.UNTESTED);
    Optional<Judgement> kept = judged(Verdict.KEEP_IN_JAVA);
    ComponentComparison one =
        new ComponentComparison("app", kept, kept, List.of(figure), List.of(), NONE);
    assertThat(one.changed()).isFalse();
    return one.shown();
  }

  /** Twice the load: 3 times as much in all is 1.5 times as much for each, its ends likewise. */
  @Test
  void what_follows_load_is_divided_by_it_and_what_does_not_is_not() {
    Margin twice = new Margin(0.1, 2);
    RunValues before = runs(95, 100, 105);

    Effect cores =
        tested(ComparedMetric.CPU_CORES, before, before.times(3), twice).effect().orElseThrow();
    assertThat(cores.low()).isCloseTo(1.5 / 1.2068, within(1e-4));
    assertThat(cores.value()).isCloseTo(1.5, within(1e-12));
    assertThat(cores.high()).isCloseTo(1.5 * 1.2068, within(1e-3));
    assertThat(
            tested(ComparedMetric.PAUSE_P99, before, before.times(3), twice)
                .effect()
                .orElseThrow()
                .value())
        .isCloseTo(3, within(1e-12));
    Effect once =
        drafted(ComparedMetric.CPU_CORES, new Effect(Effect.Kind.RATIO, 3, 2, 5))
            .at(0.005, twice)
            .effect()
            .orElseThrow();
    assertThat(once).isEqualTo(new Effect(Effect.Kind.RATIO, 1.5, 1, 2.5));
    Effect difference = new Effect(Effect.Kind.DIFFERENCE, 0.3, 0.2, 0.4);
    assertThat(drafted(ComparedMetric.CPU_CORES, difference).at(0.005, twice).effect())
        .contains(difference);
  }

  private static Draft drafted(ComparedMetric metric, Effect effect) {
    return new Draft(
        metric,
        OptionalDouble.of(1),
        OptionalDouble.of(3),
        Optional.of(z -> effect),
        RunValues.NONE,
        RunValues.NONE);
  }

  @Test
  void nothing_on_either_side_is_no_change_and_anything_else_without_an_interval_unknown() {
    assertThat(shown(0, 0)).isEqualTo(Change.UNCHANGED);
    assertThat(shown(0, 1)).isEqualTo(Change.UNKNOWN);
    assertThat(shown(1, 0)).isEqualTo(Change.UNKNOWN);
    assertThat(
            Draft.shown(ComparedMetric.PAUSE_MAX, OptionalDouble.empty(), OptionalDouble.of(0))
                .at(0.005, Margin.DEFAULT)
                .change())
        .isEqualTo(Change.UNKNOWN);
  }

  private static Change shown(double before, double after) {
    return Draft.shown(
            ComparedMetric.PAUSE_MAX, OptionalDouble.of(before), OptionalDouble.of(after))
        .at(0.005, Margin.DEFAULT)
        .change();
  }
}

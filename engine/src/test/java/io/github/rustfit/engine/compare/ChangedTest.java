package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
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
    for (Change none : List.of(Change.UNCHANGED, Change.UNKNOWN)) {
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

  private static Effect ratio(double low, double value, double high) {
    return new Effect(Effect.Kind.RATIO, value, low, high);
  }

  /** With a tolerance of a quarter a ratio from 0.8 to 1.25 is none: 1/1.25 = 0.8. */
  @Test
  void a_ratio_within_its_tolerance_is_no_change() {
    assertThat(ratio(1.24, 1.5, 2).change(true, 0.25)).isEqualTo(Change.UNCHANGED);
    assertThat(ratio(1.25, 1.5, 2).change(true, 0.25)).isEqualTo(Change.UNCHANGED);
    assertThat(ratio(1.26, 1.5, 2).change(true, 0.25)).isEqualTo(Change.WORSE);
    assertThat(ratio(1.26, 1.5, 2).change(false, 0.25)).isEqualTo(Change.MOVED);
    assertThat(ratio(0.5, 0.7, 0.81).change(true, 0.25)).isEqualTo(Change.UNCHANGED);
    assertThat(ratio(0.5, 0.7, 0.8).change(true, 0.25)).isEqualTo(Change.UNCHANGED);
    assertThat(ratio(0.5, 0.7, 0.79).change(true, 0.25)).isEqualTo(Change.BETTER);
  }

  /** Twice the load: 3 times as much in all is 1.5 times as much for each, its ends likewise. */
  @Test
  void what_follows_load_is_divided_by_it_and_what_does_not_is_not() {
    Margin twice = new Margin(0.1, 2);

    Effect cores =
        drafted(ComparedMetric.CPU_CORES, ratio(2, 3, 5)).at(2, twice).effect().orElseThrow();
    assertThat(cores.low()).isCloseTo(1, within(1e-12));
    assertThat(cores.value()).isCloseTo(1.5, within(1e-12));
    assertThat(cores.high()).isCloseTo(2.5, within(1e-12));
    assertThat(drafted(ComparedMetric.PAUSE_P99, ratio(2, 3, 5)).at(2, twice).effect())
        .contains(ratio(2, 3, 5));
    Effect difference = new Effect(Effect.Kind.DIFFERENCE, 0.3, 0.2, 0.4);
    assertThat(drafted(ComparedMetric.CPU_CORES, difference).at(2, twice).effect())
        .contains(difference);
  }

  private static Draft drafted(ComparedMetric metric, Effect effect) {
    return new Draft(metric, OptionalDouble.of(1), OptionalDouble.of(3), Optional.of(z -> effect));
  }

  @Test
  void nothing_on_either_side_is_no_change_and_anything_else_without_an_interval_unknown() {
    assertThat(shown(0, 0)).isEqualTo(Change.UNCHANGED);
    assertThat(shown(0, 1)).isEqualTo(Change.UNKNOWN);
    assertThat(shown(1, 0)).isEqualTo(Change.UNKNOWN);
    assertThat(
            Draft.shown(ComparedMetric.PAUSE_MAX, OptionalDouble.empty(), OptionalDouble.of(0))
                .at(2, Margin.DEFAULT)
                .change())
        .isEqualTo(Change.UNKNOWN);
  }

  private static Change shown(double before, double after) {
    return Draft.shown(
            ComparedMetric.PAUSE_MAX, OptionalDouble.of(before), OptionalDouble.of(after))
        .at(2, Margin.DEFAULT)
        .change();
  }
}

package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.stats.Runs;
import io.github.rustfit.rules.stats.Share;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A figure whose interval waits until it is known among how many it stands.
 *
 * @param effect the change at a normal quantile, by the noise within the runs; empty when nothing
 *     says how much of it is noise
 * @param from the figure in each run before, in its unit
 * @param to the figure in each run after, in its unit
 */
record Draft(
    ComparedMetric measure,
    OptionalDouble before,
    OptionalDouble after,
    Optional<DoubleFunction<Effect>> effect,
    RunValues from,
    RunValues to) {

  /** Of fewer events in a run nothing is said, on the side that has more. */
  private static final double FEWEST_EVENTS = 10;

  /** Pauses beyond a percentile in a run, below which it is but the longest one. */
  private static final double FEWEST_BEYOND = 1;

  /** The two-sided 95 % of the normal distribution, for what is shown of single runs. */
  private static final double SINGLE_RUN = 1.959963984540054;

  /** Two shares; one that is unknown has no samples. */
  static Draft of(ComparedMetric measure, Share before, Share after) {
    return new Draft(
        measure,
        before.known() ? OptionalDouble.of(before.value()) : OptionalDouble.empty(),
        after.known() ? OptionalDouble.of(after.value()) : OptionalDouble.empty(),
        before.known() && after.known()
            ? Optional.of(z -> Intervals.difference(before, after, z))
            : Optional.empty(),
        RunValues.NONE,
        RunValues.NONE);
  }

  /** The same figure, run by run, in its unit. */
  Draft over(RunValues runsBefore, RunValues runsAfter) {
    return new Draft(measure, before, after, effect, runsBefore, runsAfter);
  }

  /**
   * Two rates.
   *
   * @param perNano what one per nanosecond is in the unit of the figure
   */
  static Draft of(
      ComparedMetric measure, Optional<Rate> before, Optional<Rate> after, double perNano) {
    return new Draft(
        measure,
        value(before, perNano),
        value(after, perNano),
        before.flatMap(
            from ->
                after
                    .filter(to -> from.events() + to.events() > 0)
                    .map(to -> z -> Intervals.ratio(from, to, z))),
        RunValues.NONE,
        RunValues.NONE);
  }

  private static OptionalDouble value(Optional<Rate> rate, double perNano) {
    return rate.isPresent()
        ? OptionalDouble.of(rate.get().perNano() * perNano)
        : OptionalDouble.empty();
  }

  /** Two values that no interval is known of. */
  static Draft shown(ComparedMetric measure, OptionalDouble before, OptionalDouble after) {
    return new Draft(measure, before, after, Optional.empty(), RunValues.NONE, RunValues.NONE);
  }

  private boolean nothingOnEitherSide() {
    return before.isPresent()
        && after.isPresent()
        && before.getAsDouble() == 0
        && after.getAsDouble() == 0;
  }

  /** Whether both sides have several runs. */
  private boolean overRuns() {
    return from.runs().several() && to.runs().several();
  }

  private boolean enoughEvents() {
    return measure.percentile()
        ? Math.min(from.events(), to.events()) >= FEWEST_BEYOND
        : Math.max(from.events(), to.events()) >= FEWEST_EVENTS;
  }

  /** Whether a test of the runs can say something. */
  boolean tested() {
    return overRuns() && enoughEvents();
  }

  /** Whether it would be tested if there were more runs. */
  boolean testable() {
    return before.isPresent() && after.isPresent() && effect.isPresent();
  }

  /**
   * The figure.
   *
   * @param outside probability with which each bound may miss
   */
  MetricComparison at(double outside, Margin margin) {
    if (overRuns()) {
      return overRuns(outside, margin);
    }
    Optional<Effect> within = effect.map(at -> underEqualLoad(at.apply(SINGLE_RUN), margin));
    Change change =
        nothingOnEitherSide()
            ? Change.UNCHANGED
            : within.isPresent() ? Change.UNTESTED : Change.UNKNOWN;
    return new MetricComparison(measure, before, after, within, change);
  }

  private MetricComparison overRuns(double outside, Margin margin) {
    Runs then = from.runs();
    OptionalDouble meanBefore = OptionalDouble.of(then.mean());
    OptionalDouble meanAfter = OptionalDouble.of(to.runs().mean());
    if (!enoughEvents()) {
      Change change = then.mean() == 0 && to.runs().mean() == 0 ? Change.UNCHANGED : Change.UNKNOWN;
      return new MetricComparison(measure, meanBefore, meanAfter, Optional.empty(), change);
    }
    Runs now = to.times(measure.followsLoad() ? 1 / margin.loadRatio() : 1).runs();
    RunTest test = RunTest.of(then, now);
    return new MetricComparison(
        measure,
        meanBefore,
        meanAfter,
        Optional.of(effect(test, outside)),
        change(test, outside, margin.tolerance()));
  }

  private Effect effect(RunTest test, double outside) {
    double difference = test.difference();
    return measure.unit() == ComparedMetric.Unit.SHARE && !measure.lessIsBetter()
        ? new Effect(
            Effect.Kind.DIFFERENCE,
            difference,
            Math.min(difference, Math.max(-1, test.lowDifference(outside))),
            Math.max(difference, Math.min(1, test.highDifference(outside))))
        : new Effect(Effect.Kind.RATIO, test.ratio(), test.low(outside), test.high(outside));
  }

  private Change change(RunTest test, double outside, double tolerance) {
    if (test.grew(outside, tolerance)) {
      return measure.lessIsBetter() ? Change.WORSE : Change.MOVED;
    }
    if (test.shrank(outside, tolerance)) {
      return measure.lessIsBetter() ? Change.BETTER : Change.MOVED;
    }
    return Change.UNCHANGED;
  }

  private Effect underEqualLoad(Effect effect, Margin margin) {
    double ratio = margin.loadRatio();
    return measure.followsLoad() && effect.kind() == Effect.Kind.RATIO
        ? new Effect(
            effect.kind(), effect.value() / ratio, effect.low() / ratio, effect.high() / ratio)
        : effect;
  }
}

package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.stats.Share;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A figure whose interval waits until it is known among how many it stands.
 *
 * @param effect the change at a normal quantile; empty when nothing says how much of it is noise
 */
record Draft(
    ComparedMetric measure,
    OptionalDouble before,
    OptionalDouble after,
    Optional<DoubleFunction<Effect>> effect) {

  /** Two shares; one that is unknown has no samples. */
  static Draft of(ComparedMetric measure, Share before, Share after) {
    return new Draft(
        measure,
        before.known() ? OptionalDouble.of(before.value()) : OptionalDouble.empty(),
        after.known() ? OptionalDouble.of(after.value()) : OptionalDouble.empty(),
        before.known() && after.known()
            ? Optional.of(z -> Intervals.difference(before, after, z))
            : Optional.empty());
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
                    .map(to -> z -> Intervals.ratio(from, to, z))));
  }

  private static OptionalDouble value(Optional<Rate> rate, double perNano) {
    return rate.isPresent()
        ? OptionalDouble.of(rate.get().perNano() * perNano)
        : OptionalDouble.empty();
  }

  /** Two values that no interval is known of. */
  static Draft shown(ComparedMetric measure, OptionalDouble before, OptionalDouble after) {
    return new Draft(measure, before, after, Optional.empty());
  }

  private boolean nothingOnEitherSide() {
    return before.isPresent()
        && after.isPresent()
        && before.getAsDouble() == 0
        && after.getAsDouble() == 0;
  }

  /** The figure at this normal quantile. */
  MetricComparison at(double z, Margin margin) {
    Optional<Effect> found = effect.map(at -> underEqualLoad(at.apply(z), margin));
    Change change =
        found
            .map(one -> one.change(measure.lessIsBetter(), margin.tolerance()))
            .orElse(nothingOnEitherSide() ? Change.UNCHANGED : Change.UNKNOWN);
    return new MetricComparison(measure, before, after, found, change);
  }

  private Effect underEqualLoad(Effect effect, Margin margin) {
    double ratio = margin.loadRatio();
    return measure.followsLoad() && effect.kind() == Effect.Kind.RATIO
        ? new Effect(
            effect.kind(), effect.value() / ratio, effect.low() / ratio, effect.high() / ratio)
        : effect;
  }
}

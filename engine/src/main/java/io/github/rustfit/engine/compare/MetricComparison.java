package io.github.rustfit.engine.compare;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure on both sides.
 *
 * @param measure what it is, and in which unit the two values are
 * @param before the mean of the runs; empty when it was not measured
 * @param after the mean of the runs; empty when it was not measured
 * @param effect the change with its interval, the declared ratio of the loads taken out; of what is
 *     {@link Change#UNTESTED}, the interval of the noise within the runs alone; empty when nothing
 *     says how much of it is noise
 * @param change what became of it
 */
public record MetricComparison(
    ComparedMetric measure,
    OptionalDouble before,
    OptionalDouble after,
    Optional<Effect> effect,
    Change change) {
  /**
   * The same of a component: where it takes CPU or allocates on one side only, code came or went,
   * perhaps to another component, and neither is better by itself. The process tells what it costs.
   */
  MetricComparison ofComponent() {
    boolean oneSideOnly =
        (measure == ComparedMetric.CPU_CORES || measure == ComparedMetric.ALLOCATION_RATE)
            && (change == Change.WORSE || change == Change.BETTER)
            && (before.orElse(1) == 0 || after.orElse(1) == 0);
    return oneSideOnly ? new MetricComparison(measure, before, after, effect, Change.MOVED) : this;
  }
}

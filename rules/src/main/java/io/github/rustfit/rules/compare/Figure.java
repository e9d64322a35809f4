package io.github.rustfit.rules.compare;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure on both sides.
 *
 * @param measure what it is, and in which unit the two values are
 * @param before empty when it was not measured
 * @param after empty when it was not measured
 * @param effect the change with its interval, the declared ratio of the loads taken out; empty when
 *     nothing says how much of it is noise
 * @param change what became of it
 */
public record Figure(
    Measure measure,
    OptionalDouble before,
    OptionalDouble after,
    Optional<Effect> effect,
    Change change) {
  /**
   * The same of a component: where it takes CPU or allocates on one side only, code came or went,
   * perhaps to another component, and neither is better by itself. The process tells what it costs.
   */
  Figure ofComponent() {
    boolean oneSideOnly =
        (measure == Measure.CPU_CORES || measure == Measure.ALLOCATION_RATE)
            && (change == Change.WORSE || change == Change.BETTER)
            && (before.orElse(1) == 0 || after.orElse(1) == 0);
    return oneSideOnly ? new Figure(measure, before, after, effect, Change.MOVED) : this;
  }
}

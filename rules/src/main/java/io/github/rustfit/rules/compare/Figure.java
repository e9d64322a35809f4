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
    Change change) {}

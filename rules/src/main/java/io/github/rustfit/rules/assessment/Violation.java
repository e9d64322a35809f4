package io.github.rustfit.rules.assessment;

import io.github.rustfit.rules.policy.Level;
import java.util.OptionalDouble;

/**
 * A limit of the policy that is crossed.
 *
 * @param component name of the component; empty when it concerns the process
 * @param rule what is limited: {@code cpuShare}, …, or {@code verdict}
 * @param level what it means for the build
 * @param measuredValue the figure, in the limit's unit; empty for a verdict
 * @param measured the figure or verdict as text, with its interval
 * @param limitValue the limit; empty for a verdict
 * @param limit the limit as text
 * @param location {@code file:line} of the leading evidence; empty when there is none
 * @param message what crossed which limit, in one sentence
 * @param remedy what to do
 */
public record Violation(
    String component,
    String rule,
    Level level,
    OptionalDouble measuredValue,
    String measured,
    OptionalDouble limitValue,
    String limit,
    String location,
    String message,
    String remedy) {}

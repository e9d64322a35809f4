package io.github.rustfit.rules.policy;

/**
 * A limit that the policy sets.
 *
 * @param metric what is limited
 * @param value the limit, in the metric's unit
 * @param level what crossing it means
 */
public record Limit(Metric metric, double value, Level level) {}

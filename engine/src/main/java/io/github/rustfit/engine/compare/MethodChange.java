package io.github.rustfit.engine.compare;

/**
 * A hot method on both sides.
 *
 * @param className binary name of its class
 * @param method its name
 * @param share its share of all CPU samples
 */
public record MethodChange(String className, String method, MetricComparison share) {}

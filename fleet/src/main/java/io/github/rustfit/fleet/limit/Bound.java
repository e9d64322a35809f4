package io.github.rustfit.fleet.limit;

/**
 * A limit.
 *
 * @param value in the unit of what it limits
 * @param level {@code error} or {@code warning}
 */
record Bound(double value, String level) {}

package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;

/**
 * A method that owns CPU samples.
 *
 * @param place its place; the line is the one with most of its own samples
 * @param self share of all CPU samples that it owns, JDK and library code called by it included
 * @param totalShare share of all CPU samples on whose stack it stands, 0..1
 */
public record HotMethod(Place place, Share self, double totalShare) {}

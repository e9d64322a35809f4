package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;

/**
 * A line that allocates one type.
 *
 * @param place the application line that allocates, itself or through the JDK and libraries
 * @param type allocated class, e.g. {@code byte[]}
 * @param bytes estimate of the bytes allocated there during the recording
 * @param share share of all allocated bytes
 */
public record AllocationSite(Place place, String type, long bytes, Share share) {}

package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;

/**
 * The part of a component's CPU samples that code of one of its packages owns. The shares of a
 * component add up to 1.
 *
 * @param name of the package; empty for the unnamed one
 * @param share share of the component's CPU samples
 */
public record PackageShare(String name, Share share) {}

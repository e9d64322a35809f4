package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;

/**
 * A way in which CPU time comes into a component: where a boundary around it would be crossed.
 *
 * <p>Going from the owning frame towards the root, it is the last frame of the component before one
 * of another component. JDK and library frames in between, as of a callback, do not end it, so each
 * sample comes in through exactly one entry point.
 *
 * @param caller {@code class.method} of the frame that calls in: of another component, a library or
 *     the JDK; empty when the component's own frame is the root of the stack
 * @param place the component's method that is called; the line is the one with most samples
 * @param share share of the component's CPU samples that come in here
 */
public record EntryPoint(String caller, Place place, Share share) {}

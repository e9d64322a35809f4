package io.github.rustfit.rules.evidence.trial;

/**
 * Other Java code for the same, tried in the same pairs.
 *
 * @param name what it is, as the user named it
 * @param gain CPU time of the present Java code over its own
 * @param rust its CPU time over that of Rust, through the boundary
 */
public record OtherJava(String name, Gain gain, Gain rust) {}

package io.github.rustfit.trial.port;

/**
 * Why a method is not ported by machine.
 *
 * @param className binary name of the type whose source it stands in
 * @param line its line; 0 where the compiler made it
 * @param reason what stands there, as a few words
 */
public record Refusal(String className, int line, String reason) {}

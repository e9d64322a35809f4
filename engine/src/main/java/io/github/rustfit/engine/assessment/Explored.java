package io.github.rustfit.engine.assessment;

/**
 * An assessment, and what follows if something else were declared.
 *
 * @param assessment with the declared values
 * @param whatIf with others
 */
public record Explored(Assessment assessment, WhatIf whatIf) {}

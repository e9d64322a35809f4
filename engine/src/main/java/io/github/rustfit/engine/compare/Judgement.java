package io.github.rustfit.engine.compare;

import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;

/**
 * What was said of a component on one side.
 *
 * @param verdict its verdict
 * @param gates the gates it follows from
 */
public record Judgement(Verdict verdict, Gates gates) {}

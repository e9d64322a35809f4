package io.github.rustfit.readers.trial;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.trial.Trial;
import java.util.List;
import java.util.SortedSet;

/**
 * What a file of trials holds.
 *
 * @param trials those that could be read
 * @param problems what is wrong with it
 */
public record TrialReading(SortedSet<Trial> trials, List<Problem> problems) {}

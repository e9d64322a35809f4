package io.github.rustfit.plugin.analysis;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an analysis gave.
 *
 * @param evidence what was read
 * @param assessment what follows from it
 * @param whatIf what follows if something else were declared
 * @param configurationErrors what the user must correct before the result can be trusted: a named
 *     input that is missing or unreadable, a broken policy, a broken rule provider
 * @param warnings what the user should know of this run, while the result is what it would be
 *     without: no part of a report
 * @param notes what else is worth a line of the log
 */
public record AnalysisResult(
    Evidence evidence,
    Assessment assessment,
    WhatIf whatIf,
    List<Problem> configurationErrors,
    List<Problem> warnings,
    List<String> notes) {

  public AnalysisResult {
    configurationErrors = List.copyOf(configurationErrors);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** Whether no recording holds a CPU sample: shares and hot methods are unknown. */
  public boolean withoutProfile() {
    return assessment.profile().total(SampleKind.CPU).samples() == 0;
  }

  /** Inputs that could not be read at all. */
  public List<Input> failedInputs() {
    return evidence.inputs().stream()
        .filter(input -> input.status() == Input.Status.FAILED)
        .toList();
  }

  /** The same result with this assessment instead of its own. */
  public AnalysisResult with(Assessment other) {
    return new AnalysisResult(evidence, other, whatIf, configurationErrors, warnings, notes);
  }

  /** The same result with further problems. */
  public AnalysisResult withProblems(List<Problem> further) {
    if (further.isEmpty()) {
      return this;
    }
    SortedSet<Problem> all = new TreeSet<>(assessment.problems());
    all.addAll(further);
    return new AnalysisResult(
        evidence,
        assessment.withProblems(List.copyOf(all)),
        whatIf,
        configurationErrors,
        warnings,
        notes);
  }
}

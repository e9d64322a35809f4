package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.plugin.report.fix.ProposedChange;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A thing to do, as the page shows it.
 *
 * @param step what to do
 * @param target what its link points to; empty for nothing
 * @param code the user's own lines around the place; none where there is no such place
 * @param change what to change there; empty where the line does not show it
 * @param measured what the fix brought elsewhere; empty where none was measured
 */
record StepRow(
    NextStep step,
    String target,
    List<Excerpts.Line> code,
    Optional<ProposedChange> change,
    String measured) {

  /** Lines on each side of the one that is meant. */
  private static final int AROUND = 1;

  static StepRow of(NextStep step, String section, Excerpts excerpts) {
    Optional<Finding> finding = step.finding().filter(one -> !one.file().isEmpty());
    return new StepRow(
        step,
        switch (step.kind()) {
          case LIMIT -> "limit-check";
          case PROVIDE -> "wanted";
          case RECORD, WAIT -> "";
          case FIX, TUNE, TRY -> section.isEmpty() ? "process" : section;
        },
        finding.map(one -> code(excerpts, one)).orElse(List.of()),
        finding.flatMap(
            one -> ProposedChange.of(one.rule(), excerpts.lines(one.file()), one.line())),
        finding.flatMap(one -> PatternExample.of(one.rule())).map(PatternExample::gain).orElse(""));
  }

  private static List<Excerpts.Line> code(Excerpts excerpts, Finding finding) {
    return excerpts.around(finding.file(), finding.line()).stream()
        .filter(line -> Math.abs(line.number() - finding.line()) <= AROUND)
        .toList();
  }

  /** What it was measured to cost; empty where nothing was. */
  String cost() {
    return step.finding().map(Show::cost).orElse("");
  }
}

package io.github.rustfit.engine.advice;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do first: one list for the whole program, which every report shows in this order. A
 * recording that is no load, or lost samples or callers; crossed limits; what a missed latency
 * waits for, if most of the time is waiting; confirmed fixes by what they were measured to cost; a
 * smaller part of waiting; components to review or to try; the one input that would change most.
 */
public final class NextSteps {

  private NextSteps() {}

  /** All of them, first things first; none where nothing is in need of a change. */
  public static List<NextStep> of(Assessment assessment) {
    List<NextStep> steps = new ArrayList<>();
    if (!assessment.components().isEmpty()) {
      steps.addAll(Recordings.toMakeAnew(assessment));
    }
    assessment.limitCheck().violations().forEach(one -> steps.add(limit(one)));
    Optional<WaitStep> waiting = WaitStep.of(assessment);
    waiting.filter(WaitStep::beforeFixes).map(WaitStep::step).ifPresent(steps::add);
    steps.addAll(fixes(assessment));
    waiting.filter(one -> !one.beforeFixes()).map(WaitStep::step).ifPresent(steps::add);
    steps.addAll(tries(assessment));
    Wanted.of(assessment).stream()
        .min(Wanted.WEIGHTIEST_FIRST)
        .filter(one -> steps.stream().noneMatch(step -> step.text().equals(one.input())))
        .ifPresent(one -> steps.add(NextStep.of(NextStep.Kind.PROVIDE, "", one.input(), "")));
    return List.copyOf(steps);
  }

  private static NextStep limit(Violation one) {
    return new NextStep(
        NextStep.Kind.LIMIT,
        one.component(),
        one.remedy(),
        (one.component().isEmpty() ? "" : one.component() + " ") + one.sentence(),
        one.location(),
        Optional.empty());
  }

  /**
   * Confirmed findings that are more than a note and that no decision in force silences, each once,
   * what was measured to cost most first; of what nothing measures the cost, first what is a
   * verdict's reason.
   */
  private static List<NextStep> fixes(Assessment assessment) {
    Set<String> reasons =
        assessment.components().stream()
            .flatMap(one -> one.reasons().stream())
            .collect(Collectors.toSet());
    Map<Finding, String> owners =
        new TreeMap<>(
            Comparator.<Finding>comparingDouble(finding -> -finding.cost())
                .thenComparing(finding -> -finding.waitedNanos())
                .thenComparing(finding -> !reasons.contains(finding.message()))
                .thenComparing(Finding.BY_COST));
    for (ComponentAssessment one : assessment.components()) {
      String name = one.component().name();
      one.findings().stream()
          .filter(finding -> finding.confirmed() && finding.level() != Level.NOTE)
          .filter(finding -> assessment.limitCheck().decision(finding, name).isEmpty())
          .forEach(finding -> owners.putIfAbsent(finding, finding.processWide() ? "" : name));
    }
    return owners.entrySet().stream()
        .map(one -> NextStep.fix(one.getValue(), one.getKey()))
        .toList();
  }

  private static List<NextStep> tries(Assessment assessment) {
    return assessment.components().stream()
        .filter(
            one ->
                one.verdict() == Verdict.REVIEW_FOR_RUST || one.verdict() == Verdict.WORTH_A_TRIAL)
        .sorted(
            Comparator.<ComponentAssessment>comparingDouble(one -> -one.cpu().value())
                .thenComparing(one -> one.component().name()))
        .map(
            one ->
                NextStep.of(
                    NextStep.Kind.TRY, one.component().name(), one.explanation().next(), why(one)))
        .toList();
  }

  /** How much of the process it is, and what trials measured. */
  private static String why(ComponentAssessment one) {
    return Stream.concat(Stream.of(one.explanation().what()), one.tried().stream())
        .collect(Collectors.joining(" "));
  }
}

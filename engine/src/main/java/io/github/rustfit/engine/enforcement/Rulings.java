package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the policy's decisions on a day.
 *
 * @param all every decision and its state, in the order of the policy
 * @param problems what people should look at again
 */
record Rulings(List<Ruling> all, List<Problem> problems) {

  static Rulings of(Assessment assessment, LocalDate today) {
    List<Decision> decisions = assessment.policy().decisions();
    List<Ruling> rulings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Decision decision : decisions) {
      Ruling ruling = new Ruling(decision, state(decision, decisions, assessment, today));
      rulings.add(ruling);
      problem(ruling, assessment, today).ifPresent(problems::add);
      againstEvidence(ruling, assessment).ifPresent(problems::add);
      decidedBefore(decision, decisions).ifPresent(problems::add);
    }
    return new Rulings(rulings, problems);
  }

  /** The decision that silences a finding or violation of a component. */
  Optional<Decision> inForce(String id, String component) {
    return all.stream()
        .filter(ruling -> ruling.state() == Ruling.State.IN_FORCE)
        .map(Ruling::decision)
        .filter(decision -> decision.names(id, component))
        .findFirst();
  }

  private static Ruling.State state(
      Decision decision, List<Decision> all, Assessment assessment, LocalDate today) {
    if (decision.expired(today)) {
      return Ruling.State.EXPIRED;
    }
    if (!decision.inForce(today)) {
      return Ruling.State.PENDING;
    }
    if (all.stream()
        .anyMatch(other -> overlap(decision, other) && other.kind() != decision.kind())) {
      return Ruling.State.CONTRADICTED;
    }
    if (present(decision, assessment)) {
      return Ruling.State.IN_FORCE;
    }
    return lookedFor(decision, assessment) ? Ruling.State.UNUSED : Ruling.State.UNCHECKED;
  }

  private static boolean present(Decision decision, Assessment assessment) {
    return assessment.limitCheck().violations().stream()
            .anyMatch(one -> decision.names(one.id(), one.component()))
        || assessment.components().stream()
            .anyMatch(
                one ->
                    one.findings().stream()
                        .map(Finding::id)
                        .anyMatch(id -> decision.names(id, one.component().name())));
  }

  /** Without a profile nothing is confirmed, and a limit on what is unknown is not checked. */
  private static boolean lookedFor(Decision decision, Assessment assessment) {
    if (missing(decision, assessment).isPresent()) {
      return true; // no recording brings a component back
    }
    boolean profiled = assessment.profile().total(SampleKind.CPU).samples() > 0;
    Optional<Metric> metric = Metric.byId(before(decision.finding()));
    return metric.isEmpty()
        ? profiled
        : assessment.limitCheck().figures().containsKey(decision.finding());
  }

  private static String before(String id) {
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }

  /** The component that a decision names though there is none. */
  private static Optional<String> missing(Decision decision, Assessment assessment) {
    String rule = before(decision.finding());
    boolean limit =
        rule.equals(Violation.VERDICT)
            || rule.equals(Violation.TAKE_BACK)
            || Metric.byId(rule).isPresent();
    return Stream.of(
            decision.component(),
            limit
                ? decision
                    .finding()
                    .substring(Math.min(rule.length() + 1, decision.finding().length()))
                : "")
        .filter(name -> !name.isEmpty())
        .filter(name -> component(name, assessment).isEmpty())
        .findFirst();
  }

  private static Optional<ComponentAssessment> component(String name, Assessment assessment) {
    return assessment.components().stream()
        .filter(one -> one.component().name().equals(name))
        .findFirst();
  }

  private static Optional<Problem> problem(Ruling ruling, Assessment assessment, LocalDate today) {
    Decision decision = ruling.decision();
    Optional<String> missing = missing(decision, assessment);
    if (missing.isPresent()) {
      return Optional.of(
          problem(
              decision,
              "is about the component '" + missing.get() + "', which does not exist (any more).",
              "Correct the name, or remove the decision."));
    }
    return switch (ruling.state()) {
      case EXPIRED ->
          Optional.of(
              problem(
                  decision,
                  "ended on " + decision.until() + ", so what it names counts again.",
                  "Let " + decision.owner() + " decide anew, or remove it."));
      case UNUSED ->
          Optional.of(
              problem(
                  decision,
                  "silences nothing: no such finding or violation was found.",
                  "Remove it, or copy the id from the report."));
      case PENDING ->
          Optional.of(
              problem(
                  decision,
                  "holds only from " + decision.date() + " on.",
                  "Correct its date if it holds already."));
      case IN_FORCE -> notice(decision, assessment.policy().enforced().noticeDays(), today);
      case CONTRADICTED, UNCHECKED -> Optional.empty();
    };
  }

  /** A build that fails from one day to the next helps nobody: the owner hears of it before. */
  private static Optional<Problem> notice(Decision decision, int noticeDays, LocalDate today) {
    long left = decision.until().toEpochDay() - today.toEpochDay();
    return left >= noticeDays
        ? Optional.empty()
        : Optional.of(
            problem(
                decision,
                "ends on "
                    + decision.until()
                    + ", "
                    + (left == 0 ? "today" : left == 1 ? "tomorrow" : "in " + left + " days")
                    + "; what it names counts again from the day after.",
                "Let " + decision.owner() + " decide anew before."));
  }

  private static Optional<Problem> againstEvidence(Ruling ruling, Assessment assessment) {
    Decision decision = ruling.decision();
    if (decision.kind() != Decision.Kind.REWRITE || ruling.state() == Ruling.State.EXPIRED) {
      return Optional.empty();
    }
    return assessment.components().stream()
        .filter(
            one ->
                decision.names(
                    Violation.id(Violation.VERDICT, one.component().name()),
                    one.component().name()))
        .filter(one -> one.verdict().refuses())
        .findFirst()
        .map(
            one ->
                problem(
                    decision,
                    "is contradicted by the evidence, which says "
                        + one.verdict().id()
                        + (one.reasons().isEmpty() ? "." : ": " + one.reasons().get(0)),
                    "Read the report at this component before anything is rewritten."));
  }

  private static Optional<Problem> decidedBefore(Decision decision, List<Decision> all) {
    return all.stream()
        .filter(other -> other.compareTo(decision) < 0 && overlap(decision, other))
        .findFirst()
        .map(
            other ->
                problem(
                    decision,
                    (other.kind() == decision.kind()
                            ? "repeats the decision "
                            : "contradicts the decision " + other.kind().id() + " ")
                        + (other.line() > 0 ? "in line " + other.line() : "before it")
                        + (other.source().equals(decision.source()) ? "" : " of " + other.source())
                        + (other.kind() == decision.kind()
                            ? "."
                            : ", so neither silences anything."),
                    "Leave one of the two."));
  }

  private static boolean overlap(Decision one, Decision other) {
    return !one.equals(other)
        && one.finding().equals(other.finding())
        && (one.component().isEmpty()
            || other.component().isEmpty()
            || one.component().equals(other.component()))
        && !one.until().isBefore(other.date())
        && !other.until().isBefore(one.date());
  }

  private static Problem problem(Decision decision, String what, String remedy) {
    return new Problem(
        decision.source(),
        decision.line(),
        "The decision about '" + decision.finding() + "' " + what,
        remedy);
  }
}

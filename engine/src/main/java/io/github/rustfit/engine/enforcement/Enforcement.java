package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which of an assessment's violations count. In this order: a decision in force excuses what
 * it names; the baseline excuses what it accepts and did not get worse; with a change, what it does
 * not touch is excused unless it is worse than the baseline. What the baseline accepts and nobody
 * can tell whether it got worse, as of a single run, was not checked.
 *
 * @param today the day on which decisions hold or are over
 * @param baseline what is accepted; empty for none
 * @param change the change that is checked; empty for everything
 * @param ofBuilds ids of figures of the baseline whose runs are earlier builds, of a history
 * @param otherPart that the baseline is of another part of recordings, see {@link
 *     UnlikeBaseline#window()}
 */
public record Enforcement(
    LocalDate today,
    Optional<Baseline> baseline,
    Optional<Change> change,
    SortedSet<String> ofBuilds,
    Optional<Problem> otherPart) {

  public Enforcement {
    ofBuilds = Collections.unmodifiableSortedSet(new TreeSet<>(ofBuilds));
  }

  /**
   * The same assessment with its limit check judged, and what is wrong with decisions and baseline.
   */
  public Assessment judge(Assessment assessment) {
    Rulings rulings = Rulings.of(assessment, today);
    LimitCheckResult raw = assessment.limitCheck();
    Optional<AgainstBaseline> then =
        baseline.map(
            one ->
                new AgainstBaseline(
                    one, change.isPresent() ? others(one, raw) : 0, ofBuilds, otherPart));
    List<Violation> counting = new ArrayList<>();
    List<Excuse> excuses = new ArrayList<>();
    SortedSet<Problem> unchecked = new TreeSet<>(raw.unchecked());
    Map<String, LimitState> states = new TreeMap<>(raw.states());
    List<Problem> weak = new ArrayList<>();
    HotPaths hotPaths = new HotPaths(assessment, baseline, rulings);
    for (Violation violation : raw.violations()) {
      Optional<Since> since =
          then.filter(one -> !HotPaths.concerns(violation))
              .map(one -> one.since(violation, raw.figures()));
      Optional<Excuse> excuse =
          decided(violation, rulings)
              .or(() -> hotPaths.excuse(violation))
              .or(() -> accepted(violation, since))
              .or(() -> untouched(violation, since));
      excuse.ifPresentOrElse(
          excuses::add, () -> counting.add(told(hotPaths.left(violation), since)));
      if (excuse.isPresent() && excuse.get().by() == Excuse.By.BASELINE && untold(since)) {
        String key = violation.key(assessment.policy());
        states.put(key, LimitState.NOT_CHECKED);
        unchecked.add(unchecked(violation, since.orElseThrow(), assessment.policy().placeOf(key)));
      }
      since
          .filter(
              one -> one.weak() && excuse.filter(it -> it.by() == Excuse.By.BASELINE).isPresent())
          .ifPresent(one -> weak.add(weak(violation, one, assessment.policy())));
    }
    counting.forEach(one -> states.put(one.key(assessment.policy()), LimitState.CROSSED));
    SortedSet<Problem> problems = new TreeSet<>(assessment.problems());
    problems.addAll(rulings.problems());
    problems.addAll(unchecked);
    problems.addAll(weak);
    return assessment
        .withProblems(List.copyOf(problems))
        .with(
            new LimitCheckResult(
                counting, List.copyOf(unchecked), excuses, rulings.all(), raw.figures(), states));
  }

  /** What a change does not touch fails as well when it is worse than the baseline. */
  private static int others(Baseline baseline, LimitCheckResult raw) {
    return (int)
        raw.violations().stream()
            .filter(one -> one.measure().isPresent() && !HotPaths.concerns(one))
            .filter(one -> baseline.find(one.id(), one.component()).isEmpty())
            .count();
  }

  private static boolean untold(Optional<Since> since) {
    return since.filter(one -> one.state() == Since.State.UNTOLD).isPresent();
  }

  private static boolean worse(Optional<Since> since) {
    return since.filter(one -> one.state() == Since.State.WORSE).isPresent();
  }

  private Problem unchecked(Violation violation, Since since, Origin.Place place) {
    return new Problem(
        place.source(),
        place.line(),
        "The limit "
            + violation.rule()
            + (violation.component().isEmpty() ? "" : " of " + violation.component())
            + " could not be checked against the baseline: "
            + violation.measured()
            + " now. "
            + since.text(),
        otherPart
            .map(Problem::remedy)
            .orElse(
                "Record several runs under the same load and name them all, first for"
                    + " rustfit:baseline, then for rustfit:check, e.g."
                    + " -Drustfit.recordings=a.jfr,b.jfr,c.jfr (-Drustfit.gcLogs likewise)."));
  }

  private static Problem weak(Violation violation, Since since, Policy policy) {
    Origin.Place place = policy.placeOf(violation.key(policy));
    return new Problem(
        place.source(),
        place.line(),
        "The limit "
            + violation.rule()
            + (violation.component().isEmpty() ? "" : " of " + violation.component())
            + " is hardly checked against the baseline: "
            + since.text()
            + ", so that even twice as much may pass.",
        "Record more runs for rustfit:baseline and for rustfit:check; all must be of one program"
            + " under one load.");
  }

  private static Optional<Excuse> decided(Violation violation, Rulings rulings) {
    return rulings
        .inForce(violation.id(), violation.component())
        .map(decision -> new Excuse(violation, Excuse.By.DECISION, decision.text()));
  }

  private Optional<Excuse> accepted(Violation violation, Optional<Since> since) {
    return since
        .filter(one -> one.state() != Since.State.WORSE)
        .flatMap(
            one ->
                then(violation)
                    .map(
                        then ->
                            new Excuse(
                                violation,
                                Excuse.By.BASELINE,
                                "the baseline accepts it ("
                                    + then.text()
                                    + " then), and "
                                    + (one.state() == Since.State.UNTOLD
                                        ? "whether it got worse could not be checked"
                                        : one.text()))));
  }

  private Optional<Accepted> then(Violation violation) {
    return baseline.flatMap(one -> one.find(violation.id(), violation.component()));
  }

  private Optional<Excuse> untouched(Violation violation, Optional<Since> since) {
    // A port is taken back for what became of the JDK or of the load, and no change does that.
    return change
        .filter(one -> !violation.rule().equals(Violation.TAKE_BACK))
        .filter(one -> !one.components().contains(violation.component()))
        .filter(one -> !worse(since))
        .map(
            one ->
                new Excuse(
                    violation,
                    Excuse.By.UNTOUCHED,
                    violation.component().isEmpty()
                        ? "it concerns the process, and no baseline shows that it got worse since "
                            + one.since()
                        : "the change since " + one.since() + " does not touch this component"));
  }

  /** Says against what it got worse, if it did. */
  private Violation told(Violation violation, Optional<Since> since) {
    return since
        .filter(one -> one.state() == Since.State.WORSE)
        .flatMap(
            one ->
                then(violation)
                    .map(
                        then ->
                            violation.saying(
                                violation.message()
                                    + "; the baseline accepts "
                                    + then.text()
                                    + ", and "
                                    + one.text())))
        .orElse(violation);
  }
}

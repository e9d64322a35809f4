package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which of an assessment's violations count. In this order: a decision in force excuses what
 * it names; the baseline excuses what it accepts and did not get worse; with a change, what it does
 * not touch is excused unless it is worse than the baseline.
 *
 * @param today the day on which decisions hold or are over
 * @param baseline what is accepted; empty for none
 * @param change the change that is checked; empty for everything
 */
public record Enforcement(LocalDate today, Optional<Baseline> baseline, Optional<Change> change) {

  /**
   * The same assessment with its limit check judged, and what is wrong with decisions and baseline.
   */
  public Assessment judge(Assessment assessment) {
    Rulings rulings = Rulings.of(assessment, today);
    LimitCheckResult raw = assessment.limitCheck();
    List<Violation> counting = new ArrayList<>();
    List<Excuse> excuses = new ArrayList<>();
    HotPaths hotPaths = new HotPaths(assessment, baseline, rulings);
    for (Violation violation : raw.violations()) {
      Optional<Excuse> excuse =
          decided(violation, rulings)
              .or(() -> hotPaths.excuse(violation))
              .or(() -> accepted(violation))
              .or(() -> untouched(violation));
      excuse.ifPresentOrElse(excuses::add, () -> counting.add(told(hotPaths.left(violation))));
    }
    SortedSet<Problem> problems = new TreeSet<>(assessment.problems());
    problems.addAll(rulings.problems());
    return assessment
        .withProblems(List.copyOf(problems))
        .with(
            new LimitCheckResult(
                counting, raw.unchecked(), excuses, rulings.all(), raw.figures(), raw.states()));
  }

  private static Optional<Excuse> decided(Violation violation, Rulings rulings) {
    return rulings
        .inForce(violation.id(), violation.component())
        .map(decision -> new Excuse(violation, Excuse.By.DECISION, decision.text()));
  }

  private Optional<Excuse> accepted(Violation violation) {
    return baseline
        .filter(one -> !HotPaths.concerns(violation))
        .filter(one -> one.find(violation.id(), violation.component()).isPresent())
        .filter(one -> !new AgainstBaseline(one).worse(violation))
        .map(
            one ->
                new Excuse(
                    violation,
                    Excuse.By.BASELINE,
                    "the baseline accepts it ("
                        + one.find(violation.id(), violation.component())
                            .map(Accepted::text)
                            .orElse("")
                        + " then), and it is not worse beyond noise"));
  }

  private Optional<Excuse> untouched(Violation violation) {
    return change
        .filter(one -> !one.components().contains(violation.component()))
        .filter(one -> baseline.filter(old -> new AgainstBaseline(old).worse(violation)).isEmpty())
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
  private Violation told(Violation violation) {
    return baseline
        .filter(one -> !HotPaths.concerns(violation) && new AgainstBaseline(one).worse(violation))
        .flatMap(one -> one.find(violation.id(), violation.component()))
        .map(
            then ->
                violation.saying(
                    violation.message()
                        + "; the baseline accepts "
                        + then.text()
                        + ", and this is worse beyond noise"))
        .orElse(violation);
  }
}

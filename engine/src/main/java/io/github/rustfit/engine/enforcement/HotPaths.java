package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.HotPathLimit;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The limit on confirmed hot lines counts single findings, so decisions and baseline take single
 * ones away from it.
 */
record HotPaths(Assessment assessment, Optional<Baseline> baseline, Rulings rulings) {

  /** An excuse when few enough are left. */
  Optional<Excuse> excuse(Violation violation) {
    if (!concerns(violation)) {
      return Optional.empty();
    }
    List<Finding> all = HotPathLimit.findings(component(violation));
    List<Finding> undecided = undecided(violation, all);
    double limit = violation.limitValue().orElse(0);
    if (undecided.size() <= limit) {
      return Optional.of(
          new Excuse(
              violation,
              Excuse.By.DECISION,
              all.size() - undecided.size() + " of them are decided about in the policy"));
    }
    int fresh = fresh(violation, undecided).size();
    return fresh <= limit
        ? Optional.of(
            new Excuse(
                violation,
                Excuse.By.BASELINE,
                undecided.size() - fresh + " of them are accepted by the baseline"))
        : Optional.empty();
  }

  /** The same violation by what is left. */
  Violation left(Violation violation) {
    return concerns(violation)
        ? HotPathLimit.violation(
            assessment.policy(),
            violation,
            fresh(violation, undecided(violation, HotPathLimit.findings(component(violation)))))
        : violation;
  }

  static boolean concerns(Violation violation) {
    return violation.rule().equals(Metric.HOT_PATH_FINDINGS.id());
  }

  private List<Finding> undecided(Violation violation, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> rulings.inForce(finding.id(), violation.component()).isEmpty())
        .toList();
  }

  private List<Finding> fresh(Violation violation, List<Finding> findings) {
    return findings.stream()
        .filter(
            finding ->
                baseline
                    .filter(one -> AgainstBaseline.of(one).knows(finding, violation.component()))
                    .isEmpty())
        .toList();
  }

  private ComponentAssessment component(Violation violation) {
    return assessment.components().stream()
        .filter(one -> one.component().name().equals(violation.component()))
        .findFirst()
        .orElseThrow();
  }
}

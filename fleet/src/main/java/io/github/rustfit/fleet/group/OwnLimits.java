package io.github.rustfit.fleet.group;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the limits of a service's own policy, by the check of {@code rustfit:check}. */
final class OwnLimits {

  private final ServiceFacts facts;
  private final Assessment assessment;
  private final List<LimitRow> rows = new ArrayList<>();

  private OwnLimits(ServiceFacts facts, Assessment assessment) {
    this.facts = facts;
    this.assessment = assessment;
  }

  /** All of one version of a service. */
  static List<LimitRow> of(ServiceFacts facts, Assessment assessment) {
    OwnLimits own = new OwnLimits(facts, assessment);
    LimitCheckResult check = assessment.limitCheck();
    check.violations().forEach(one -> own.add(one, LimitRow.CROSSED, null));
    for (Excuse one : check.excuses()) {
      own.add(one.violation(), LimitRow.ACCEPTED, one.text());
    }
    for (String key : check.limits(LimitState.NOT_CHECKED)) {
      own.add(key, LimitRow.UNCHECKED, own.why(key));
    }
    for (String key : check.limits(LimitState.HELD)) {
      own.add(key, LimitRow.HELD, "it holds");
    }
    return own.rows;
  }

  private String why(String key) {
    String metric = key.substring(key.lastIndexOf('.') + 1);
    List<Problem> unchecked = assessment.limitCheck().unchecked();
    List<Problem> own = unchecked.stream().filter(one -> one.message().contains(metric)).toList();
    return (own.isEmpty() ? unchecked : own)
        .stream().map(Problem::message).collect(Collectors.joining("; "));
  }

  private void add(Violation violation, String state, @Nullable String decision) {
    rows.add(
        new LimitRow(
            facts.service(),
            facts.version(),
            violation.component().isEmpty() ? null : violation.component(),
            violation.key(assessment.policy()),
            violation.level().id(),
            state,
            violation.measured(),
            violation.limit(),
            decision,
            violation.message()));
  }

  private void add(String key, String state, String message) {
    rows.add(
        new LimitRow(
            facts.service(),
            facts.version(),
            null,
            key,
            Level.NOTE.id(),
            state,
            null,
            null,
            null,
            message.isEmpty() ? "what it limits is not known" : message));
  }
}

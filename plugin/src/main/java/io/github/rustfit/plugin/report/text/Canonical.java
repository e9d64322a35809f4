package io.github.rustfit.plugin.report.text;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.Comparator;

/** Puts what has no order of its own into one order, so that equal assessments read the same. */
public final class Canonical {

  private static final Comparator<ComponentAssessment> BY_NAME =
      Comparator.comparing(ComponentAssessment::component);

  /** What costs most CPU first; what is unknown last. */
  public static final Comparator<ComponentAssessment> BY_CPU =
      Comparator.<ComponentAssessment>comparingDouble(
              one -> one.cpu().known() ? -one.cpu().value() : 1)
          .thenComparing(BY_NAME);

  private Canonical() {}

  /** The same assessment: inputs, components, rules and problems sorted. */
  public static Assessment of(Assessment assessment) {
    return new Assessment(
        assessment.inputs().stream().sorted().toList(),
        assessment.policy(),
        assessment.rules().stream().sorted(Comparator.comparing(RuleDescriptor::id)).toList(),
        assessment.profile(),
        assessment.gc(),
        assessment.unattributed(),
        assessment.components().stream().sorted(BY_NAME).toList(),
        assessment.limitCheck(),
        assessment.problems().stream().sorted().toList(),
        assessment.repository(),
        assessment.nativeParts());
  }
}

package io.github.rustfit.rules.assessment;

import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.policy.Level;
import java.util.List;

/**
 * Whether the policy's limits hold.
 *
 * @param violations every crossed limit, errors first
 * @param unchecked limits that could not be checked because what they limit was not recorded
 */
public record GateResult(List<Violation> violations, List<Problem> unchecked) {

  public GateResult {
    violations = List.copyOf(violations);
    unchecked = List.copyOf(unchecked);
  }

  /** Whether the build may pass: no violation is an error. */
  public boolean passed() {
    return errors().isEmpty();
  }

  /** The violations that fail the build. */
  public List<Violation> errors() {
    return violations.stream().filter(violation -> violation.level() == Level.ERROR).toList();
  }
}

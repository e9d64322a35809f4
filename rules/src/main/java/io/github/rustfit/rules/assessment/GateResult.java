package io.github.rustfit.rules.assessment;

import io.github.rustfit.rules.policy.Level;
import java.util.List;

/**
 * Whether the policy's limits hold.
 *
 * @param violations every crossed limit, errors first
 */
public record GateResult(List<Violation> violations) {

  public GateResult {
    violations = List.copyOf(violations);
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

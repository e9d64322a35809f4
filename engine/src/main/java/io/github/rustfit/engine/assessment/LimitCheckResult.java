package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.MeasuredValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the policy's limits hold.
 *
 * @param violations every crossed limit that counts, errors first
 * @param unchecked limits that could not be checked because what they limit was not recorded
 * @param excuses crossed limits that do not count, and why
 * @param rulings what became of each decision
 * @param figures every figure that a limit could be set on, by the id that its violation would have
 * @param states what became of each limit that is declared, by its key in the policy; one that is
 *     crossed may be excused
 */
public record LimitCheckResult(
    List<Violation> violations,
    List<Problem> unchecked,
    List<Excuse> excuses,
    List<Ruling> rulings,
    Map<String, MeasuredValue> figures,
    Map<String, LimitState> states) {

  public LimitCheckResult {
    violations = List.copyOf(violations);
    unchecked = List.copyOf(unchecked);
    excuses = List.copyOf(excuses);
    rulings = List.copyOf(rulings);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    states = Collections.unmodifiableMap(new TreeMap<>(states));
  }

  /** Whether the build may pass: no violation is an error. */
  public boolean passed() {
    return errors().isEmpty();
  }

  /** The violations that fail the build. */
  public List<Violation> errors() {
    return violations.stream().filter(violation -> violation.level() == Level.ERROR).toList();
  }

  /** The keys of the limits of which this became. */
  public List<String> limits(LimitState state) {
    return states.entrySet().stream()
        .filter(one -> one.getValue() == state)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many violations are excused by that. */
  public long excused(Excuse.By by) {
    return excuses.stream().filter(excuse -> excuse.by() == by).count();
  }

  /** The decision that silences a finding or violation today. */
  public Optional<Decision> decision(String id, String component) {
    return rulings.stream()
        .filter(ruling -> ruling.state() == Ruling.State.IN_FORCE)
        .map(Ruling::decision)
        .filter(decision -> decision.names(id, component))
        .findFirst();
  }

  /** The decision that silences a finding of a component today. */
  public Optional<Decision> decision(Finding finding, String component) {
    return decision(finding.id(), component);
  }
}

package io.github.rustfit.rules.policy;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository declares.
 *
 * @param source where it was read from, relative to the project's root; empty for the defaults
 * @param components declared components
 * @param representative whether the recorded load stands for production; empty when not declared
 * @param serviceLevel the latency target
 * @param incidents declared incidents
 * @param facts what is declared about team, money and plans
 * @param limits limits that {@code check} enforces
 * @param verdicts verdicts that {@code check} does not accept, and how serious each is
 * @param origins where each of these was said
 */
public record Policy(
    String source,
    List<ComponentDefinition> components,
    Optional<Boolean> representative,
    Optional<ServiceLevel> serviceLevel,
    Incidents incidents,
    DeclaredFacts facts,
    List<Limit> limits,
    Map<Verdict, Level> verdicts,
    Origins origins) {

  /**
   * What holds without a policy file: nothing is declared, and {@code check} asks for a decision
   * when a component comes out as {@code review-for-rust}.
   */
  public static final Policy DEFAULT =
      new Policy(
          "",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Incidents.NOT_DECLARED,
          DeclaredFacts.NONE,
          List.of(),
          Map.of(Verdict.REVIEW_FOR_RUST, Level.ERROR));

  public Policy {
    components = List.copyOf(components);
    limits = List.copyOf(limits);
    EnumMap<Verdict, Level> levels = new EnumMap<>(Verdict.class);
    levels.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(levels);
  }

  /** A policy of which nobody asks where it was said. */
  public Policy(
      String source,
      List<ComponentDefinition> components,
      Optional<Boolean> representative,
      Optional<ServiceLevel> serviceLevel,
      Incidents incidents,
      DeclaredFacts facts,
      List<Limit> limits,
      Map<Verdict, Level> verdicts) {
    this(
        source,
        components,
        representative,
        serviceLevel,
        incidents,
        facts,
        limits,
        verdicts,
        Origins.NONE);
  }

  /** A policy that declares nothing about team, money and plans. */
  public Policy(
      String source,
      List<ComponentDefinition> components,
      Optional<Boolean> representative,
      Optional<ServiceLevel> serviceLevel,
      Incidents incidents,
      List<Limit> limits,
      Map<Verdict, Level> verdicts) {
    this(
        source,
        components,
        representative,
        serviceLevel,
        incidents,
        DeclaredFacts.NONE,
        limits,
        verdicts);
  }

  /** The same policy with these facts instead of its own. */
  public Policy with(DeclaredFacts others) {
    return with(serviceLevel, others, origins);
  }

  /** The same policy with this service level instead of its own. */
  public Policy with(ServiceLevel other) {
    return with(Optional.of(other), facts, origins);
  }

  /** The same policy, whose values were said there. */
  public Policy with(Origins others) {
    return with(serviceLevel, facts, others);
  }

  private Policy with(Optional<ServiceLevel> level, DeclaredFacts declared, Origins places) {
    return new Policy(
        source, components, representative, level, incidents, declared, limits, verdicts, places);
  }

  /** Where the value of a key was said; the policy as a whole when that is not known. */
  public Origin.Place placeOf(String key) {
    return origins.of(key).orElseGet(() -> new Origin.Place(source, 0));
  }
}

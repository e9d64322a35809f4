package io.github.rustfit.rules.policy;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

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
 * @param componentLimits limits of single components, by name
 * @param decisions what people decided about findings
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
    Map<String, ComponentLimits> componentLimits,
    List<Decision> decisions,
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
    componentLimits = Collections.unmodifiableMap(new TreeMap<>(componentLimits));
    decisions = decisions.stream().sorted().toList();
  }

  /** A policy without limits of single components and without decisions. */
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
        Map.of(),
        List.of());
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
      Map<Verdict, Level> verdicts,
      Map<String, ComponentLimits> componentLimits,
      List<Decision> decisions) {
    this(
        source,
        components,
        representative,
        serviceLevel,
        incidents,
        facts,
        limits,
        verdicts,
        componentLimits,
        decisions,
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
    return with(serviceLevel, others, componentLimits, decisions, origins);
  }

  /** The same policy with this service level instead of its own. */
  public Policy with(ServiceLevel other) {
    return with(Optional.of(other), facts, componentLimits, decisions, origins);
  }

  /** The same policy with these decisions instead of its own. */
  public Policy with(List<Decision> others) {
    return with(serviceLevel, facts, componentLimits, others, origins);
  }

  /** The same policy with these limits of single components instead of its own. */
  public Policy with(Map<String, ComponentLimits> others) {
    return with(serviceLevel, facts, others, decisions, origins);
  }

  /** The same policy, whose values were said there. */
  public Policy with(Origins others) {
    return with(serviceLevel, facts, componentLimits, decisions, others);
  }

  private Policy with(
      Optional<ServiceLevel> level,
      DeclaredFacts others,
      Map<String, ComponentLimits> ofComponents,
      List<Decision> decided,
      Origins places) {
    return new Policy(
        source,
        components,
        representative,
        level,
        incidents,
        others,
        limits,
        verdicts,
        ofComponents,
        decided,
        places);
  }

  /** Where the value of a key was said; the policy as a whole when that is not known. */
  public Origin.Place placeOf(String key) {
    return origins.of(key).orElseGet(() -> new Origin.Place(source, 0));
  }

  /** What crossing that verdict means for a component; empty when it is accepted. */
  public Optional<Level> level(Verdict verdict, String component) {
    Optional<Level> own = limitsOf(component).verdicts().get(verdict);
    return own == null ? Optional.ofNullable(verdicts.get(verdict)) : own;
  }

  /** The limits that a component has of its own. */
  public ComponentLimits limitsOf(String component) {
    return Objects.requireNonNull(componentLimits.getOrDefault(component, ComponentLimits.NONE));
  }
}

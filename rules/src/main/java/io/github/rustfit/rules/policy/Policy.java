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
 * @param declared what is declared of the program and of who works on it
 * @param enforced what {@code check} enforces
 * @param decisions what people decided about findings
 * @param origins where each of these was said
 */
public record Policy(
    String source,
    List<ComponentDefinition> components,
    Declarations declared,
    Enforced enforced,
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
          Declarations.NONE,
          new Enforced(
              List.of(),
              Map.of(Verdict.REVIEW_FOR_RUST, Level.ERROR),
              Map.of(),
              Enforced.NOTICE_DAYS),
          List.of(),
          Origins.NONE);

  /**
   * What a policy declares of the program and of who works on it.
   *
   * @param representative whether the recorded load stands for production; empty when not declared
   * @param serviceLevel the latency target
   * @param incidents declared incidents
   * @param facts what is declared about team, money and plans
   * @param targets targets of start-up and memory
   */
  public record Declarations(
      Optional<Boolean> representative,
      Optional<ServiceLevel> serviceLevel,
      Incidents incidents,
      DeclaredFacts facts,
      Targets targets) {

    /** Nothing is declared. */
    public static final Declarations NONE =
        new Declarations(
            Optional.empty(),
            Optional.empty(),
            Incidents.NOT_DECLARED,
            DeclaredFacts.NONE,
            Targets.NONE);
  }

  /**
   * What {@code check} enforces.
   *
   * @param limits limits of the whole program and of every component
   * @param verdicts verdicts that are not accepted, and how serious each is
   * @param componentLimits limits of single components, by name
   * @param noticeDays how many days before a decision ends it is warned of
   */
  public record Enforced(
      List<Limit> limits,
      Map<Verdict, Level> verdicts,
      Map<String, ComponentLimits> componentLimits,
      int noticeDays) {

    /** Days of notice where no policy says so: a month, in which people can decide anew. */
    public static final int NOTICE_DAYS = 30;

    public Enforced {
      if (noticeDays < 0) {
        throw new IllegalArgumentException("a notice of " + noticeDays + " days");
      }
      limits = List.copyOf(limits);
      EnumMap<Verdict, Level> levels = new EnumMap<>(Verdict.class);
      levels.putAll(verdicts);
      verdicts = Collections.unmodifiableMap(levels);
      componentLimits = Collections.unmodifiableMap(new TreeMap<>(componentLimits));
    }
  }

  public Policy {
    components = List.copyOf(components);
    decisions = decisions.stream().sorted().toList();
  }

  /** Whether the recorded load stands for production; empty when not declared. */
  public Optional<Boolean> representative() {
    return declared.representative;
  }

  /** The latency target. */
  public Optional<ServiceLevel> serviceLevel() {
    return declared.serviceLevel;
  }

  /** Declared incidents. */
  public Incidents incidents() {
    return declared.incidents;
  }

  /** What is declared about team, money and plans. */
  public DeclaredFacts facts() {
    return declared.facts;
  }

  /** Targets of start-up and memory. */
  public Targets targets() {
    return declared.targets;
  }

  /** Limits of the whole program and of every component. */
  public List<Limit> limits() {
    return enforced.limits;
  }

  /** Verdicts that {@code check} does not accept, and how serious each is. */
  public Map<Verdict, Level> verdicts() {
    return enforced.verdicts;
  }

  /** Limits of single components, by name. */
  public Map<String, ComponentLimits> componentLimits() {
    return enforced.componentLimits;
  }

  /** The same policy with these declarations instead of its own. */
  public Policy with(Declarations others) {
    return new Policy(source, components, others, enforced, decisions, origins);
  }

  /** The same policy with these facts instead of its own. */
  public Policy with(DeclaredFacts others) {
    return with(
        new Declarations(
            declared.representative,
            declared.serviceLevel,
            declared.incidents,
            others,
            declared.targets));
  }

  /** The same policy with this service level instead of its own. */
  public Policy with(ServiceLevel other) {
    return with(
        new Declarations(
            declared.representative,
            Optional.of(other),
            declared.incidents,
            declared.facts,
            declared.targets));
  }

  /** The same policy with these targets instead of its own. */
  public Policy with(Targets others) {
    return with(
        new Declarations(
            declared.representative,
            declared.serviceLevel,
            declared.incidents,
            declared.facts,
            others));
  }

  /** The same policy with these decisions instead of its own. */
  public Policy with(List<Decision> others) {
    return new Policy(source, components, declared, enforced, others, origins);
  }

  /** The same policy with these limits of single components instead of its own. */
  public Policy with(Map<String, ComponentLimits> others) {
    Enforced changed =
        new Enforced(enforced.limits, enforced.verdicts, others, enforced.noticeDays);
    return new Policy(source, components, declared, changed, decisions, origins);
  }

  /** The same policy, whose values were said there. */
  public Policy with(Origins others) {
    return new Policy(source, components, declared, enforced, decisions, others);
  }

  /** Where the value of a key was said; the policy as a whole when that is not known. */
  public Origin.Place placeOf(String key) {
    return origins.of(key).orElseGet(() -> new Origin.Place(source, 0));
  }

  /** What crossing that verdict means for a component; empty when it is accepted. */
  public Optional<Level> level(Verdict verdict, String component) {
    Optional<Level> own = limitsOf(component).verdicts().get(verdict);
    return own == null ? Optional.ofNullable(enforced.verdicts.get(verdict)) : own;
  }

  /** The limits that a component has of its own. */
  public ComponentLimits limitsOf(String component) {
    return Objects.requireNonNull(
        enforced.componentLimits.getOrDefault(component, ComponentLimits.NONE));
  }
}

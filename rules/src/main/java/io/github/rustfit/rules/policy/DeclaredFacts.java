package io.github.rustfit.rules.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What only people know about the team, the money and the plans.
 *
 * @param currency of every price and cost, e.g. {@code USD}
 * @param fleet what the service runs on
 * @param componentFleets the same of single components, by name, where it differs
 * @param team who would do it
 * @param personMonthCost cost of a person-month
 * @param horizon how long the system is meant to live
 * @param componentHorizons the same of single components, by name, where it differs
 * @param operations what those say who run it
 * @param planned components without code
 * @param assumptions what the economics assume
 */
public record DeclaredFacts(
    String currency,
    Fleet fleet,
    Map<String, Fleet> componentFleets,
    Team team,
    OptionalDouble personMonthCost,
    Optional<Horizon> horizon,
    Map<String, Horizon> componentHorizons,
    Operations operations,
    List<PlannedComponent> planned,
    Assumptions assumptions) {

  /** The currency unless the policy names another one. */
  public static final String DEFAULT_CURRENCY = "USD";

  /** Nobody declared anything. */
  public static final DeclaredFacts NONE =
      new DeclaredFacts(
          DEFAULT_CURRENCY,
          Fleet.NOT_DECLARED,
          Map.of(),
          Team.NOT_DECLARED,
          OptionalDouble.empty(),
          Optional.empty(),
          Map.of(),
          Operations.NOT_DECLARED,
          List.of(),
          Assumptions.DEFAULT);

  public DeclaredFacts {
    componentFleets = Collections.unmodifiableMap(new TreeMap<>(componentFleets));
    componentHorizons = Collections.unmodifiableMap(new TreeMap<>(componentHorizons));
    planned = List.copyOf(planned);
    if (!(personMonthCost.orElse(1) > 0)) {
      throw new IllegalArgumentException("not a cost: " + personMonthCost);
    }
  }

  /** What a component runs on: its own declaration first, then that of the whole. */
  public Fleet fleet(String component) {
    return Objects.requireNonNull(componentFleets.getOrDefault(component, Fleet.NOT_DECLARED))
        .orElse(fleet);
  }

  /** How long a component is meant to live: its own declaration first, then that of the whole. */
  public Optional<Horizon> horizon(String component) {
    return Optional.ofNullable(componentHorizons.get(component)).or(() -> horizon);
  }
}

package io.github.rustfit.rules.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The assumptions of the economics.
 *
 * @param declared those that the policy sets; the others have their defaults
 * @param sources how those were found, for those of which the policy says it
 * @param boundary how the language boundary is meant to be crossed
 */
public record Assumptions(
    Map<Assumption, ThreePoint> declared, Map<Assumption, String> sources, BoundaryPlan boundary) {

  /** All have their defaults. */
  public static final Assumptions DEFAULT = new Assumptions(Map.of(), Map.of(), BoundaryPlan.NONE);

  public Assumptions {
    EnumMap<Assumption, ThreePoint> copy = new EnumMap<>(Assumption.class);
    copy.putAll(declared);
    copy.forEach(
        (assumption, value) -> {
          boolean share = assumption.unit().equals("share");
          double least = Math.min(value.pessimistic(), value.optimistic());
          double most = Math.max(value.pessimistic(), value.optimistic());
          boolean kernel = assumption == Assumption.KERNEL_SPEED_UP; // it divides
          if ((kernel && least == 0)
              || !value.ordered(assumption.moreIsBetter())
              || least < 0
              || (share && most > 1)) {
            throw new IllegalArgumentException(assumption.id() + " " + value);
          }
        });
    declared = Collections.unmodifiableMap(copy);
    EnumMap<Assumption, String> said = new EnumMap<>(Assumption.class);
    said.putAll(sources);
    if (!declared.keySet().containsAll(said.keySet())
        || said.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("sources of what is not declared: " + sources);
    }
    sources = Collections.unmodifiableMap(said);
  }

  /** How a declared one was found; empty where nobody says so. */
  public Optional<String> source(Assumption assumption) {
    return Optional.ofNullable(sources.get(assumption));
  }

  /** What holds. */
  public ThreePoint get(Assumption assumption) {
    return Objects.requireNonNull(declared.getOrDefault(assumption, assumption.byDefault()));
  }

  /** Whether the policy sets it. */
  public boolean declares(Assumption assumption) {
    return declared.containsKey(assumption);
  }
}

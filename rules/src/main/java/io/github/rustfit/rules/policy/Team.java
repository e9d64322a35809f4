package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The people who would write and keep the native part.
 *
 * @param size how many developers
 * @param systemsExperienced how many of them have shipped Rust, C or C++; at most {@code size}
 * @param seniority how experienced they are as developers
 * @param rampUpMonths how many months of slower work the team can afford for learning
 */
public record Team(
    OptionalInt size,
    OptionalInt systemsExperienced,
    Optional<Seniority> seniority,
    OptionalDouble rampUpMonths) {

  /** How experienced developers are, whatever the language. */
  public enum Seniority {
    /** Most are in their first years. */
    JUNIOR,
    /** Some of each. */
    MIXED,
    /** Most have run systems in production for years. */
    SENIOR
  }

  /** Nobody declared anything. */
  public static final Team NOT_DECLARED =
      new Team(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalDouble.empty());

  public Team {
    if (size.orElse(1) < 1
        || systemsExperienced.orElse(0) < 0
        || systemsExperienced.orElse(0) > size.orElse(Integer.MAX_VALUE)
        || !(rampUpMonths.orElse(0) >= 0 && rampUpMonths.orElse(0) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(size + ", " + systemsExperienced + ", " + rampUpMonths);
    }
  }
}

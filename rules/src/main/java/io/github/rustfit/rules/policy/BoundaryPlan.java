package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the language boundary is meant to be crossed.
 *
 * @param technique by which technique; empty when not declared
 * @param crossingsPerSecond how often one process crosses it in a second
 * @param payload what a crossing carries
 * @param bytesPerSecond what is copied across in a second
 */
public record BoundaryPlan(
    Optional<Technique> technique,
    OptionalDouble crossingsPerSecond,
    Payload payload,
    OptionalDouble bytesPerSecond) {

  /** Nothing is declared. */
  public static final BoundaryPlan NONE =
      new BoundaryPlan(
          Optional.empty(), OptionalDouble.empty(), Payload.NUMBERS, OptionalDouble.empty());

  public BoundaryPlan {
    if (crossingsPerSecond.orElse(0) < 0 || bytesPerSecond.orElse(0) < 0) {
      throw new IllegalArgumentException(crossingsPerSecond + ", " + bytesPerSecond);
    }
  }
}

package io.github.rustfit.rules.policy;

/**
 * A figure that is not known exactly, as three.
 *
 * @param pessimistic if everything turns out badly
 * @param central as experience suggests
 * @param optimistic if everything turns out well
 */
public record ThreePoint(double pessimistic, double central, double optimistic) {

  public ThreePoint {
    if (!Double.isFinite(pessimistic)
        || !Double.isFinite(central)
        || !Double.isFinite(optimistic)) {
      throw new IllegalArgumentException(pessimistic + ", " + central + ", " + optimistic);
    }
  }

  /** A figure that is known. */
  public static ThreePoint exactly(double value) {
    return new ThreePoint(value, value, value);
  }

  /** The figure of a scenario. */
  public double in(Scenario scenario) {
    return switch (scenario) {
      case PESSIMISTIC -> pessimistic;
      case CENTRAL -> central;
      case OPTIMISTIC -> optimistic;
    };
  }

  /** Whether no step towards the optimistic end goes the wrong way. */
  public boolean ordered(boolean moreIsBetter) {
    return moreIsBetter
        ? pessimistic <= central && central <= optimistic
        : pessimistic >= central && central >= optimistic;
  }
}

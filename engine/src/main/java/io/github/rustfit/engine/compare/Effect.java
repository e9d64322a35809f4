package io.github.rustfit.engine.compare;

/**
 * How much a figure changed, with its interval.
 *
 * @param kind whether {@code value} is after ÷ before or after − before
 * @param value the measured change; infinite for a ratio to nothing
 * @param low lower bound
 * @param high upper bound; may be infinite
 */
public record Effect(Kind kind, double value, double low, double high) {

  /** How a change is expressed. */
  public enum Kind {
    /** After ÷ before; 1 is no change. */
    RATIO,
    /** After − before, of shares; 0 is no change. */
    DIFFERENCE
  }

  public Effect {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + ", " + value + ", " + high);
    }
  }

  /** Whether the interval excludes that nothing changed. */
  boolean excludesNone() {
    double none = kind == Kind.RATIO ? 1 : 0;
    return low > none || high < none;
  }
}

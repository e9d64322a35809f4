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

  /**
   * What this means.
   *
   * @param lessIsBetter whether less of the figure is better; if not, neither direction is
   * @param tolerance relative change, 0 or more, up to which a ratio counts as none
   */
  Change change(boolean lessIsBetter, double tolerance) {
    double grown = kind == Kind.RATIO ? 1 + tolerance : 0;
    double shrunk = kind == Kind.RATIO ? 1 / (1 + tolerance) : 0;
    if (low > grown) {
      return lessIsBetter ? Change.WORSE : Change.MOVED;
    }
    if (high < shrunk) {
      return lessIsBetter ? Change.BETTER : Change.MOVED;
    }
    return Change.UNCHANGED;
  }
}

package io.github.rustfit.engine.compare;

/**
 * An amount over a time, and how many independent events of equal size it is worth.
 *
 * @param amount what was counted, in the unit of the figure
 * @param overNanos how long
 * @param events how many events the amount consists of; where they are unequal, Kish's effective
 *     number
 */
record Rate(double amount, double overNanos, long events) {

  Rate {
    if (!(amount >= 0 && overNanos > 0) || events < 0 || (events == 0) != (amount == 0)) {
      throw new IllegalArgumentException(amount + " over " + overNanos + " in " + events);
    }
  }

  double perNano() {
    return amount / overNanos;
  }

  /** The time in units of the size of an event; without any, of one of the other side. */
  double exposure(Rate other) {
    Rate sized = events > 0 ? this : other;
    return overNanos / (sized.amount / sized.events);
  }
}

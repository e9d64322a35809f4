package io.github.rustfit.rules.policy;

/**
 * How long the system is meant to live.
 *
 * @param years from the declaration on, above 0
 * @param sunset the day it ends, as declared; empty when only years are
 */
public record Horizon(double years, String sunset) {

  public Horizon {
    if (!(years > 0 && years < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("not a number of years: " + years);
    }
  }
}

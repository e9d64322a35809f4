package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The days of a {@code horizon}. No clock is read: a day counts from the day it was declared on.
 */
final class Sunset {

  private static final double DAYS_PER_YEAR = 365.25;

  private Sunset() {}

  /** Years from the declaration to the sunset; empty unless both are days. */
  static OptionalDouble years(JsonNode horizon) {
    Optional<LocalDate> from = Days.day(horizon.path("declaredOn"));
    Optional<LocalDate> to = Days.day(horizon.path("sunset"));
    return from.isPresent() && to.isPresent()
        ? OptionalDouble.of(ChronoUnit.DAYS.between(from.get(), to.get()) / DAYS_PER_YEAR)
        : OptionalDouble.empty();
  }
}

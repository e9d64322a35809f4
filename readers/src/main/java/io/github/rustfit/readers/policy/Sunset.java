package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
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

  /** A day; empty for text that is none, such as a 31st of February. */
  static Optional<LocalDate> day(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Years from the declaration to the sunset; empty unless both are days. */
  static OptionalDouble years(JsonNode horizon) {
    Optional<LocalDate> from = day(horizon.path("declaredOn"));
    Optional<LocalDate> to = day(horizon.path("sunset"));
    return from.isPresent() && to.isPresent()
        ? OptionalDouble.of(ChronoUnit.DAYS.between(from.get(), to.get()) / DAYS_PER_YEAR)
        : OptionalDouble.empty();
  }
}

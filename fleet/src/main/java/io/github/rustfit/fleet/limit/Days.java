package io.github.rustfit.fleet.limit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as labels write them. */
final class Days {

  private static final int LENGTH = "2026-12-31".length();

  private Days() {}

  /** The day that a text begins with, as {@code 2026-12-31T23:59:00Z} does; empty without one. */
  static Optional<LocalDate> of(@Nullable String text) {
    if (text == null || text.length() < LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, LENGTH)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days in a policy. */
final class Days {

  private Days() {}

  /** A day; empty for text that is none, such as a 31st of February. */
  static Optional<LocalDate> day(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package io.github.rustfit.plugin.goal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day that a build is given, so that the same build has the same day wherever it runs. */
final class BuildDate {

  /** Seconds since 1970: reproducible-builds.org/specs/source-date-epoch. */
  static final String EPOCH = "SOURCE_DATE_EPOCH";

  private BuildDate() {}

  /** What {@code rustfit.date} says. */
  static Optional<LocalDate> named(@Nullable String date) throws GoalException {
    try {
      return date == null || date.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(date.strip()));
    } catch (DateTimeException e) {
      throw new GoalException(
          "rustfit: rustfit.date is '" + date + "'; write a day as YYYY-MM-DD.");
    }
  }

  /** What {@code rustfit.date} says, else {@value #EPOCH}, in UTC. */
  static Optional<LocalDate> given(@Nullable String date, Map<String, String> environment)
      throws GoalException {
    Optional<LocalDate> named = named(date);
    String epoch = environment.get(EPOCH);
    if (named.isPresent() || epoch == null || epoch.isBlank()) {
      return named;
    }
    try {
      return Optional.of(
          Instant.ofEpochSecond(Long.parseLong(epoch.strip()))
              .atZone(ZoneOffset.UTC)
              .toLocalDate());
    } catch (NumberFormatException | DateTimeException e) {
      throw new GoalException(
          "rustfit: " + EPOCH + " is '" + epoch + "'; set seconds since 1970, or rustfit.date.");
    }
  }
}

package io.github.rustfit.plugin.recording;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long to record, as people write it. */
final class RecordingTime {

  /** A day of a busy JVM is some gigabytes; whoever needs more records several times. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(s|m|min|h)?");

  private RecordingTime() {}

  /**
   * Reads a time such as {@code 90}, {@code 90s}, {@code 5m} or {@code 1h}; seconds without a unit.
   *
   * @throws RecordingException if it is none, zero, or more than a day
   */
  static Duration parse(String text) throws RecordingException {
    Matcher form = FORM.matcher(text.strip());
    if (form.matches()) {
      long number = Long.parseLong(form.group(1));
      String unit = form.group(2) == null ? "s" : form.group(2);
      Duration time = Duration.ofSeconds(number * seconds(unit));
      if (!time.isZero() && time.compareTo(LONGEST) <= 0) {
        return time;
      }
    }
    throw new RecordingException(
        "rustfit.duration is '"
            + text
            + "', which is no time from a second to a day. Write it like 90s, 5m or 1h.");
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "h" -> 3600;
      default -> 60;
    };
  }
}

package io.github.rustfit.samples.etlpipeline.reading;

import io.github.rustfit.samples.etlpipeline.reading.Reading.Quality;

/**
 * Reads lines such as {@code 0048213,2026-03-01T17:15,180,1250,M}: meter, time, register, watt
 * hours and quality. Fields are read in place; no field is copied.
 */
public final class ReadingParser {
  private static final char SEPARATOR = ',';
  private static final int HOUR_IN_TIME = "2026-03-01T".length();
  private static final int DECIMAL = 10;

  /**
   * The reading in the line.
   *
   * @throws IllegalArgumentException if the line is not a reading
   */
  public Reading parse(String line) {
    int time = next(line, 0);
    int register = next(line, time);
    int wattHours = next(line, register);
    int quality = next(line, wattHours);
    int hour = Integer.parseInt(line, time + HOUR_IN_TIME, time + HOUR_IN_TIME + 2, DECIMAL);
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("no hour of a day: " + hour);
    }
    return new Reading(
        Integer.parseInt(line, 0, time - 1, DECIMAL),
        Integer.parseInt(line, register, wattHours - 1, DECIMAL),
        hour,
        Long.parseLong(line, wattHours, quality - 1, DECIMAL),
        quality(line, quality));
  }

  /** Where the field behind the next separator starts. */
  private static int next(String line, int from) {
    int separator = line.indexOf(SEPARATOR, from);
    if (separator < 0) {
      throw new IllegalArgumentException("too few fields");
    }
    return separator + 1;
  }

  private static Quality quality(String line, int at) {
    if (at != line.length() - 1) {
      throw new IllegalArgumentException("the quality is not one letter");
    }
    return switch (line.charAt(at)) {
      case 'M' -> Quality.MEASURED;
      case 'E' -> Quality.ESTIMATED;
      case 'C' -> Quality.CORRECTED;
      default -> throw new IllegalArgumentException("unknown quality " + line.charAt(at));
    };
  }
}

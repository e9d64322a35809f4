package io.github.rustfit.rules.evidence.gc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log's name, split where rotation puts its number: {@code gc.log.3}, {@code gc.log.0.current},
 * {@code gc.log-20261121.gz}.
 *
 * @param path the whole of it
 * @param series what the parts of one series share, with the folder
 * @param number the number that rotation gave it; {@value GcRunPart#NONE} without one
 */
record LogName(String path, String series, long number) {

  private static final Pattern PACKED = Pattern.compile("\\.(gz|zst)$");
  private static final Pattern ROTATED =
      Pattern.compile("^(.*?[^/])((?:[.-]\\d{1,9}){1,8})(\\.current)?$");

  static LogName of(String path) {
    String plain = PACKED.matcher(path).replaceFirst("");
    Matcher rotated = ROTATED.matcher(plain);
    if (!rotated.matches()) {
      return new LogName(path, plain, GcRunPart.NONE);
    }
    String numbers = rotated.group(2);
    boolean one = numbers.lastIndexOf('.') == 0;
    return new LogName(
        path, rotated.group(1), one ? Long.parseLong(numbers.substring(1)) : GcRunPart.NONE);
  }

  /** Whether a series may go on from the other file to this one. */
  boolean mayFollow(LogName other) {
    return series.equals(other.series)
        && (number <= 0 || other.number == GcRunPart.NONE || number == other.number + 1);
  }
}

package io.github.rustfit.readers.gclog.text;

import java.time.LocalDate;

/** Time stamps as the {@code time} and {@code utctime} decorators print them. */
public final class Instants {

  private static final long NANOS = 1_000_000_000L;

  /** Whole minutes that can be told in nanoseconds, but for the last few. */
  private static final long LAST_MINUTE = Long.MAX_VALUE / 60 / NANOS - 2;

  private Instants() {}

  /**
   * Reads {@code 2022-11-10T03:37:29.443-0800} (or {@code Z}, {@code +01:00}, none, which is read
   * as UTC) at the cursor.
   *
   * @return nanoseconds since 1970, or {@link Cursor#NONE} for anything else and for times outside
   *     1970 to 2262, where nanoseconds end
   */
  public static long read(Cursor text) {
    if (text.end - text.at < 19 || text.bytes[text.at + 4] != '-') {
      return Cursor.NONE;
    }
    long year = field(text, 4, '-', 1970, 2262);
    long month = field(text, 2, '-', 1, 12);
    long day = field(text, 2, 'T', 1, 31);
    long hour = field(text, 2, ':', 0, 23);
    long minute = field(text, 2, ':', 0, 59);
    if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0) {
      return Cursor.NONE;
    }
    long second = text.decimal(NANOS);
    if (second < 0 || second > 60 * NANOS) {
      return Cursor.NONE;
    }
    // From the month's first day, since a damaged log may name a 31st of February.
    long days = LocalDate.of((int) year, (int) month, 1).toEpochDay() + day - 1;
    long minutes = (days * 24 + hour) * 60 + minute - offset(text);
    boolean most = minutes > LAST_MINUTE;
    return most ? Cursor.NONE : Math.max(0, minutes) * 60 * NANOS + second;
  }

  private static long field(Cursor text, int width, char behind, long least, long most) {
    int start = text.at;
    long value = text.digits();
    boolean good = text.at - start == width && value >= least && value <= most && text.skip(behind);
    return good ? value : Cursor.NONE;
  }

  private static long offset(Cursor text) {
    boolean west = text.skip('-');
    if (!west && !text.skip('+')) {
      text.skip('Z');
      return 0;
    }
    long value = text.digits();
    long minutes = text.skip(':') ? value * 60 + text.digits() : value / 100 * 60 + value % 100;
    if (minutes < 0 || minutes > 18 * 60) {
      return 0;
    }
    return west ? -minutes : minutes;
  }
}

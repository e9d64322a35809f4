package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Instants;

/**
 * The time stamps in front of a collection or a line: {@code 2014-11-29T06:23:55.892+0000: },
 * {@code 126.838: }, both, none; also {@code 126,838: }, and the number of the collection behind
 * it, {@code #7: }. Not thread-safe; one object serves all lines.
 */
public final class Stamp {

  private static final long SECOND = 1_000_000_000L;

  /** No JVM runs longer. */
  private static final long LONGEST_UPTIME = 20L * 366 * 24 * 3600 * SECOND;

  private static final int LONGEST = 64;

  /** Where the colon behind {@code 2014-11-29T06:23:55} cannot come before. */
  private static final int ZONE = 19;

  private final Cursor text = new Cursor();
  private long uptime = Cursor.NONE;
  private long clock = Cursor.NONE;

  /** Reads what ends right before a bracket, even when another line was torn in front of it. */
  void before(byte[] bytes, int from, int bracket) {
    int start = bracket;
    int least = Math.max(from, bracket - LONGEST);
    while (start > least && part(bytes, start - 1, bracket)) {
      start--;
    }
    at(bytes, start, bracket);
  }

  /** Reads what starts here. */
  public void at(byte[] bytes, int from, int to) {
    text.set(bytes, from, Math.min(to, from + LONGEST));
    text.spaces();
    clock = Cursor.NONE;
    uptime = Cursor.NONE;
    int end = text.end;
    int zone = text.at + ZONE;
    if (zone < end && bytes[text.at + 4] == '-') {
      while (zone < end && bytes[zone] != ':') {
        zone++;
      }
      text.end = zone;
      clock = Instants.read(text);
      text.end = end;
      if (clock == Cursor.NONE) {
        return; // 2016-08-30 20:35:29 GC log file created
      }
      text.skip(':');
      text.spaces();
    }
    uptime = text.decimal(SECOND);
    if (uptime > LONGEST_UPTIME || !text.skip(':')) {
      uptime = Cursor.NONE;
    }
  }

  /** Whether the byte at this place, before {@code to}, can be part of time stamps. */
  static boolean part(byte[] bytes, int at, int to) {
    byte b = bytes[at];
    return Cursor.isDigit(b)
        || b == ':'
        || b == ' '
        || b == '.'
        || b == ','
        || b == '-'
        || b == '+'
        || ((b == 'T' || b == '#') && at + 1 < to && Cursor.isDigit(bytes[at + 1]));
  }

  /** Nanoseconds since the JVM started, or {@link Cursor#NONE}. */
  public long uptime() {
    return uptime;
  }

  /** Nanoseconds since 1970, or {@link Cursor#NONE}. */
  public long clock() {
    return clock;
  }
}

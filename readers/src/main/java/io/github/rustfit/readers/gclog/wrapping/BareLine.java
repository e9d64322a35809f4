package io.github.rustfit.readers.gclog.wrapping;

import io.github.rustfit.readers.gclog.text.Cursor;

/** What a glance at the beginning of a line tells. */
final class BareLine {

  private static final int DATE_AND_TIME = 19;
  private static final int LONGEST_DATE = 36;

  private BareLine() {}

  /** Whether it is certain at a glance that nothing stands in front. */
  static boolean is(byte[] bytes, int from, int to) {
    if (from == to) {
      return true;
    }
    byte b = bytes[from];
    if (b == '[') {
      return from + 1 < to && Cursor.isDigit(bytes[from + 1]);
    }
    if (Cursor.isDigit(b)) {
      return to - from < DATE_AND_TIME || bytes[from + 4] != '-' || stamped(bytes, from, to);
    }
    return b == ' ' ? !key(bytes, from, to) : b == '-' || b == '}' || b == '\t' || b == ',';
  }

  /** Whether a colon follows the date and time, as JVMs up to JDK 8 print it. */
  private static boolean stamped(byte[] bytes, int from, int to) {
    int last = Math.min(to - 1, from + LONGEST_DATE);
    for (int at = from + DATE_AND_TIME; at < last; at++) {
      byte b = bytes[at];
      if (b == ' ' || b == ',' || b == ';' || b == '\t') {
        return false;
      }
      if (b == ':' && bytes[at + 1] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation mark opens an indented line: a field of JSON that spreads over lines. */
  static boolean key(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at < to && (bytes[at] == '"' || bytes[at] == '{');
  }
}

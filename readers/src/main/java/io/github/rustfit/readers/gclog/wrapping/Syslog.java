package io.github.rustfit.readers.gclog.wrapping;

import io.github.rustfit.readers.gclog.text.Cursor;
import java.nio.charset.StandardCharsets;

/** What syslog and the journal print in front of a message. Not thread-safe. */
final class Syslog {

  private static final byte[][] MONTHS = {
    Cursor.ascii("Jan "), Cursor.ascii("Feb "), Cursor.ascii("Mar "), Cursor.ascii("Apr "),
    Cursor.ascii("May "), Cursor.ascii("Jun "), Cursor.ascii("Jul "), Cursor.ascii("Aug "),
    Cursor.ascii("Sep "), Cursor.ascii("Oct "), Cursor.ascii("Nov "), Cursor.ascii("Dec ")
  };

  private static final int LONGEST_NAME = 256;

  private final Cursor text = new Cursor();
  private String source = "";

  /** Where what follows a month, a day and a time starts; -1 without one. */
  int behindDate(byte[] bytes, int from, int to) {
    text.set(bytes, from, to);
    for (byte[] month : MONTHS) {
      if (text.skip(month)) {
        text.spaces();
        boolean day = text.digits() != Cursor.NONE && text.skip(' ');
        boolean time =
            day
                && text.digits() != Cursor.NONE
                && text.skip(':')
                && text.digits() != Cursor.NONE
                && text.skip(':')
                && text.decimal(1000) != Cursor.NONE;
        return time && text.skip(' ') ? text.at : -1;
      }
    }
    return -1;
  }

  /**
   * Where the message starts behind {@code host app[1234]: }, {@code app[web.1]: } or {@code host
   * app: }; -1 for anything else. Keeps who wrote it.
   */
  int behindName(byte[] bytes, int from, int to) {
    int at = from;
    int words = 0;
    int last = Math.min(to, from + LONGEST_NAME);
    for (; at < last; at++) {
      byte b = bytes[at];
      if (b == ':' && at + 1 < to && bytes[at + 1] == ' ' && (words > 0 || bytes[at - 1] == ']')) {
        source = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return at > from ? at + 2 : -1;
      }
      boolean name =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || Cursor.isDigit(b)
              || b == '.'
              || b == '-'
              || b == '_'
              || b == '@'
              || b == '/'
              || b == '\\'
              || (b == '[' && at > from && bytes[at - 1] != ' ')
              || b == ']';
      if (b == ' ' && words == 0 && at > from) {
        words++;
      } else if (!name) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Where the message starts behind {@code host app 1234 ID - }, the rest of a heading of RFC 5424
   * whose time was read; -1 for anything else. Keeps who wrote it.
   */
  int behindHeading(byte[] bytes, int from, int to) {
    int at = from;
    for (int word = 0; word < 4; word++) {
      int start = at;
      while (at < to && bytes[at] != ' ') {
        at++;
      }
      if (at == start || at == to) {
        return -1;
      }
      at++;
      if (word == 2) {
        source = new String(bytes, from, at - 1 - from, StandardCharsets.ISO_8859_1);
      }
    }
    if (at < to && bytes[at] == '-') {
      at++;
    } else {
      while (at < to && bytes[at] == '[') {
        while (at < to && bytes[at] != ']') {
          at++;
        }
        at++;
      }
    }
    return at < to && bytes[at] == ' ' ? at + 1 : -1;
  }

  String source() {
    return source;
  }
}

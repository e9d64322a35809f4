package io.github.rustfit.readers.gclog.wrapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of fields between commas, semicolons or tabs, some of them in quotation marks. The last
 * one may go on in the next lines. Not thread-safe.
 */
final class DelimitedLine {

  private static final int MOST_FIELDS = 256;

  private final List<byte[]> fields = new ArrayList<>();
  private boolean open;

  /** Reads the line; the getters then speak of it. */
  void parse(byte[] bytes, int from, int to, byte delimiter) {
    fields.clear();
    open = false;
    int at = from;
    while (at <= to && fields.size() < MOST_FIELDS && !open) {
      if (at < to && bytes[at] == '"') {
        int end = closing(bytes, at + 1, to);
        open = end == to;
        fields.add(plain(bytes, at + 1, end));
        at = end + 1;
        while (at < to && bytes[at] != delimiter) {
          at++;
        }
      } else {
        int start = at;
        while (at < to && bytes[at] != delimiter) {
          at++;
        }
        fields.add(Arrays.copyOfRange(bytes, start, at));
      }
      at++;
    }
  }

  /** Where the quotation ends that these bytes are inside of: at its mark, or at {@code to}. */
  static int closing(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (bytes[at] == '\\' && at + 1 < to && bytes[at + 1] == '"') {
        at += 2;
      } else if (bytes[at] == '"' && at + 1 < to && bytes[at + 1] == '"') {
        at += 2;
      } else if (bytes[at] == '"') {
        return at;
      } else {
        at++;
      }
    }
    return to;
  }

  /** What was quoted, without its escapes. */
  static byte[] plain(byte[] bytes, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean escape = (bytes[i] == '\\' || bytes[i] == '"') && i + 1 < to && bytes[i + 1] == '"';
      i += escape ? 1 : 0;
      plain[length++] = bytes[i];
    }
    return Arrays.copyOf(plain, length);
  }

  List<byte[]> fields() {
    return fields;
  }

  /** Whether the last field is in a quotation that has not ended. */
  boolean open() {
    return open;
  }
}

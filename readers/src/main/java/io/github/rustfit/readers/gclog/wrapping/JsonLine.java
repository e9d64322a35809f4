package io.github.rustfit.readers.gclog.wrapping;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Instants;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is an object of JSON, or a piece of a larger one: Docker's files, structured logging,
 * exports of log stores. Not thread-safe.
 */
final class JsonLine {

  private static final int MOST_VALUES = 256;
  private static final int LONGEST_SOURCE = 128;
  private static final int HEX_DIGITS = 4;

  private final Cursor text = new Cursor();
  private final List<byte[]> others = new ArrayList<>();
  private final StringBuilder source = new StringBuilder();
  private byte @Nullable [] message;
  private long clock;
  private int at;

  /** Reads what is there; the getters then speak of it. */
  void parse(byte[] bytes, int from, int to) {
    others.clear();
    source.setLength(0);
    message = null;
    clock = Cursor.NONE;
    String key = null;
    at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '"') {
        byte[] value = string(bytes, to);
        while (at < to && bytes[at] == ' ') {
          at++;
        }
        if (at < to && bytes[at] == ':') {
          at++;
          key = new String(value, StandardCharsets.ISO_8859_1);
        } else {
          value(key, value, true);
          key = null;
        }
      } else if (Cursor.isDigit(b) && key != null) {
        int start = at;
        while (at < to && Cursor.isDigit(bytes[at])) {
          at++;
        }
        value(key, Arrays.copyOfRange(bytes, start, at), false);
        key = null;
      } else {
        at++;
      }
    }
  }

  private void value(@Nullable String key, byte[] value, boolean quoted) {
    if (key != null && Fields.source(key)) {
      if (source.length() < LONGEST_SOURCE) {
        source.append(source.length() == 0 ? "" : " ");
        source.append(new String(value, StandardCharsets.ISO_8859_1));
      }
    } else if (key != null && Fields.time(key)) {
      time(value);
    } else if (quoted && key != null && message == null && Fields.message(key)) {
      message = value;
    } else if (quoted && others.size() < MOST_VALUES) {
      others.add(value);
    }
  }

  private void time(byte[] value) {
    text.set(value, 0, value.length);
    long instant = Instants.read(text);
    if (instant == Cursor.NONE) {
      text.set(value, 0, value.length);
      long number = value.length == 13 || value.length == 16 ? text.digits() : Cursor.NONE;
      if (number != Cursor.NONE && text.at == text.end) {
        long unit = value.length == 13 ? 1_000_000L : 1_000L;
        instant = number < Long.MAX_VALUE / unit ? number * unit : Cursor.NONE;
      }
    }
    clock = clock == Cursor.NONE ? instant : clock;
  }

  /** The string that begins here, without its escapes; leaves the position behind it. */
  private byte[] string(byte[] bytes, int to) {
    at++;
    // Room for this string, not for the rest of the line: a document on one line has many.
    byte[] plain = new byte[end(bytes, to) - at];
    int length = 0;
    while (at < to && bytes[at] != '"') {
      if (bytes[at] == '\\' && at + 1 < to) {
        at++;
        plain[length++] = escaped(bytes, to);
      } else {
        plain[length++] = bytes[at++];
      }
    }
    at++;
    return length == plain.length ? plain : Arrays.copyOf(plain, length);
  }

  /** Where the string ends that begins here, with the same steps as it is read. */
  private int end(byte[] bytes, int to) {
    int end = at;
    while (end < to && bytes[end] != '"') {
      boolean escape = bytes[end] == '\\' && end + 1 < to;
      end += !escape ? 1 : bytes[end + 1] == 'u' ? 2 + HEX_DIGITS : 2;
    }
    return Math.min(end, to);
  }

  private byte escaped(byte[] bytes, int to) {
    byte b = bytes[at++];
    return switch (b) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b', 'f' -> ' ';
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < HEX_DIGITS && at < to; i++) {
          value = value * 16 + Math.max(0, Character.digit(bytes[at++], 16));
        }
        yield value < 128 ? (byte) value : (byte) '?';
      }
      default -> b;
    };
  }

  /** What stands under a name that messages have, or {@code null}. */
  byte @Nullable [] message() {
    return message;
  }

  /** All other strings. */
  List<byte[]> others() {
    return others;
  }

  /** Who wrote it; empty when it does not say. */
  String source() {
    return source.toString();
  }

  /** When it was written, in nanoseconds since 1970, or {@link Cursor#NONE}. */
  long clock() {
    return clock;
  }
}

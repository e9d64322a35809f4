package io.github.rustfit.readers.gclog.text;

import java.nio.charset.StandardCharsets;

/** A reading position in ASCII bytes that belong to somebody else. Not thread-safe. */
public final class Cursor {

  /** No number stands here, or one that no JVM prints. */
  public static final long NONE = -1;

  private static final long[] TENS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final long LARGEST_SIZE = 1L << 50;

  public byte[] bytes = {};
  public int at;
  public int end;

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public void set(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    at = from;
    end = to;
  }

  /** Whether this literal stands at the position. */
  public boolean at(byte[] literal) {
    if (end - at < literal.length) {
      return false;
    }
    for (int i = 0; i < literal.length; i++) {
      if (bytes[at + i] != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** Steps over this literal if it stands here. */
  public boolean skip(byte[] literal) {
    boolean here = at(literal);
    if (here) {
      at += literal.length;
    }
    return here;
  }

  public boolean skip(char c) {
    boolean here = at < end && bytes[at] == c;
    if (here) {
      at++;
    }
    return here;
  }

  public void spaces() {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
  }

  /** Steps behind the next occurrence of this literal; stays and answers false without one. */
  public boolean skipPast(byte[] literal) {
    int start = at;
    byte first = literal[0];
    int last = end - literal.length;
    for (; at <= last; at++) {
      if (bytes[at] == first && skip(literal)) {
        return true;
      }
    }
    at = start;
    return false;
  }

  /** Digits as a number, {@link #NONE} without any or when there are more than 18. */
  public long digits() {
    int start = at;
    long value = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      if (at - start == 18) {
        return NONE;
      }
      value = value * 10 + (bytes[at++] - '0');
    }
    return at == start ? NONE : value;
  }

  /**
   * A decimal number, exactly, as a multiple of 1/{@code unit}; digits behind the unit's last are
   * cut off.
   *
   * @param unit a power of ten: 1,000,000 turns {@code 36.099} (ms) into 36,099,000 (ns)
   */
  public long decimal(long unit) {
    long whole = digits();
    if (whole == NONE || whole > Long.MAX_VALUE / unit - 1) {
      return NONE;
    }
    long value = whole * unit;
    if (at + 1 < end && (bytes[at] == '.' || bytes[at] == ',') && isDigit(bytes[at + 1])) {
      at++;
      return value + fraction(unit);
    }
    return value;
  }

  private long fraction(long unit) {
    int start = at;
    long value = 0;
    while (at < end && isDigit(bytes[at])) {
      // Digits behind the ninth cannot count for any unit in use.
      value = at - start < 9 ? value * 10 + (bytes[at] - '0') : value;
      at++;
    }
    long scale = TENS[Math.min(9, at - start)];
    return scale <= unit ? value * (unit / scale) : value / (scale / unit);
  }

  /** A size as the JVM prints it, {@code 96M} or {@code 1024 MB}, in bytes. */
  public long size() {
    long value = digits();
    skip(' ');
    if (value == NONE || at >= end) {
      return NONE;
    }
    int shift =
        switch (bytes[at]) {
          case 'B' -> 0;
          case 'K' -> 10;
          case 'M' -> 20;
          case 'G' -> 30;
          case 'T' -> 40;
          default -> -1;
        };
    if (shift < 0 || value > LARGEST_SIZE >> shift) {
      return NONE;
    }
    at++;
    return value << shift;
  }

  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}

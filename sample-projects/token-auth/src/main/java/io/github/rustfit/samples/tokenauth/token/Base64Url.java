package io.github.rustfit.samples.tokenauth.token;

import java.util.Arrays;

/**
 * Base64 for URLs without padding (RFC 4648, section 5; RFC 7515, appendix C). Strict: of all texts
 * that could stand for some bytes exactly one is accepted, so a token cannot be changed unnoticed.
 */
final class Base64Url {
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private Base64Url() {}

  /**
   * Decodes a part of a text.
   *
   * @throws InvalidTokenException if it is not the one encoding of any bytes
   */
  static byte[] decode(byte[] text, int from, int to) throws InvalidTokenException {
    int rest = (to - from) % 4;
    if (rest == 1) {
      throw new InvalidTokenException("malformed base64");
    }
    byte[] bytes = new byte[(to - from) / 4 * 3 + Math.max(0, rest - 1)];
    int at = from;
    int out = 0;
    for (; at + 4 <= to; at += 4) {
      int group =
          value(text[at]) << 18
              | value(text[at + 1]) << 12
              | value(text[at + 2]) << 6
              | value(text[at + 3]);
      bytes[out++] = (byte) (group >> 16);
      bytes[out++] = (byte) (group >> 8);
      bytes[out++] = (byte) group;
    }
    int left = 0;
    for (int i = 0; i < rest; i++) {
      left |= value(text[at + i]) << 18 - 6 * i;
    }
    for (int shift = 16; out < bytes.length; shift -= 8) {
      bytes[out++] = (byte) (left >> shift);
      left &= (1 << shift) - 1;
    }
    if (left != 0) {
      throw new InvalidTokenException("malformed base64");
    }
    return bytes;
  }

  private static int value(byte letter) throws InvalidTokenException {
    int value = letter < 0 ? -1 : VALUES[letter];
    if (value < 0) {
      throw new InvalidTokenException("malformed base64");
    }
    return value;
  }
}

package faults;

/** Kernels over text and bytes, each as a static method over arrays. */
final class Texts {

  private Texts() {}

  /** {@code calibration/lcs}: the length of the longest common subsequence, by rows. */
  static int common(byte[] left, byte[] right) {
    int[] row = new int[right.length + 1];
    for (byte a : left) {
      int corner = 0;
      for (int j = 0; j < right.length; j++) {
        int above = row[j + 1];
        row[j + 1] = a == right[j] ? corner + 1 : Math.max(above, row[j]);
        corner = above;
      }
    }
    return row[right.length];
  }

  /** {@code calibration/mismatch}: where two pages differ first, and by how much. */
  static long mismatch(byte[] before, byte[] after) {
    int most = Math.min(before.length, after.length);
    for (int i = 0; i < most; i++) {
      if (before[i] != after[i]) {
        return (long) i << 16 | (before[i] & 0xff) << 8 | after[i] & 0xff;
      }
    }
    return before.length == after.length ? -1 : most;
  }

  /** {@code calibration/tokenize}: the kinds and lengths of tokens, as one number. */
  static long tokens(String text) {
    long sum = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int start = at;
      int kind;
      if (c == ' ' || c >= '\t' && c <= '\r') {
        at++;
        continue;
      } else if (letter(c)) {
        kind = 0;
        while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
          at++;
        }
      } else if (digit(c)) {
        kind = 1;
        int value = 0;
        while (at < text.length() && digit(text.charAt(at))) {
          value = value * 10 + text.charAt(at) - '0';
          at++;
        }
        sum += value;
      } else if (c == '"') {
        kind = 2;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
          at++;
        }
        at++;
      } else {
        kind = 3;
        at += c == '=' && at + 1 < text.length() && text.charAt(at + 1) == '=' ? 2 : 1;
      }
      sum = sum * 31 + kind * 100 + (at - start);
    }
    return sum;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@code calibration/base64}: the encoded form, with padding. */
  static byte[] encode(byte[] bytes) {
    byte[] text = new byte[(bytes.length + 2) / 3 * 4];
    int out = 0;
    for (int i = 0; i < bytes.length; i += 3) {
      int group = (bytes[i] & 0xff) << 16;
      if (i + 1 < bytes.length) {
        group |= (bytes[i + 1] & 0xff) << 8;
      }
      if (i + 2 < bytes.length) {
        group |= bytes[i + 2] & 0xff;
      }
      text[out++] = letter(group >> 18);
      text[out++] = letter(group >> 12 & 63);
      text[out++] = i + 1 < bytes.length ? letter(group >> 6 & 63) : (byte) '=';
      text[out++] = i + 2 < bytes.length ? letter(group & 63) : (byte) '=';
    }
    return text;
  }

  private static byte letter(int six) {
    if (six < 26) {
      return (byte) ('A' + six);
    }
    if (six < 52) {
      return (byte) ('a' + six - 26);
    }
    return (byte) (six < 62 ? '0' + six - 52 : six == 62 ? '+' : '/');
  }

  /**
   * {@code sample-projects/token-auth}, {@code Base64Url.decode}: strict, so of texts that could
   * stand for some bytes one is accepted.
   */
  static byte[] decode(byte[] text, int from, int to) {
    int rest = (to - from) % 4;
    if (rest == 1) {
      throw new IllegalArgumentException("malformed base64");
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
      throw new IllegalArgumentException("malformed base64");
    }
    return bytes;
  }

  private static int value(byte letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter - 'A';
    }
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a' + 26;
    }
    if (letter >= '0' && letter <= '9') {
      return letter - '0' + 52;
    }
    if (letter == '-') {
      return 62;
    }
    if (letter == '_') {
      return 63;
    }
    throw new IllegalArgumentException("malformed base64");
  }

  /** {@code calibration/huffman}: how many bits a text takes at least, by its bytes' counts. */
  static long weights(byte[] text) {
    int[] counts = new int[256];
    for (byte one : text) {
      counts[one & 0xff]++;
    }
    long bits = 0;
    for (int left = 256; left > 1; left--) {
      int least = -1;
      int second = -1;
      for (int i = 0; i < 256; i++) {
        if (counts[i] == 0) {
          continue;
        }
        if (least < 0 || counts[i] < counts[least]) {
          second = least;
          least = i;
        } else if (second < 0 || counts[i] < counts[second]) {
          second = i;
        }
      }
      if (second < 0) {
        break;
      }
      counts[least] += counts[second];
      bits += counts[least];
      counts[second] = 0;
    }
    return bits;
  }

  /** {@code calibration/crc}: CRC-32 of a part, its table made as it is needed. */
  static int checksum(byte[] data, int from, int length) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int c = i;
      for (int k = 0; k < 8; k++) {
        c = (c & 1) != 0 ? c >>> 1 ^ 0xEDB88320 : c >>> 1;
      }
      table[i] = c;
    }
    int crc = ~0;
    for (int i = from; i < from + length; i++) {
      crc = crc >>> 8 ^ table[(crc ^ data[i]) & 0xff];
    }
    return ~crc;
  }
}

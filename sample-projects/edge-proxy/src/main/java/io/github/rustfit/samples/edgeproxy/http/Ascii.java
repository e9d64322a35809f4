package io.github.rustfit.samples.edgeproxy.http;

/** Letters, digits and tokens in bytes (RFC 9110, section 5.6). */
final class Ascii {
  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
      TOKEN[c] = true;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      TOKEN[c] = true;
      TOKEN[c - 'a' + 'A'] = true;
    }
    for (char c = '0'; c <= '9'; c++) {
      TOKEN[c] = true;
    }
  }

  private Ascii() {}

  /** Whether the byte may stand in a header's name. */
  static boolean isToken(byte b) {
    return b >= 0 && TOKEN[b];
  }

  /** Whether the byte may stand in a header's value. */
  static boolean isText(byte b) {
    return b == '\t' || b >= ' ' && b != 127 || b < 0;
  }

  /** Whether the bytes spell the name, which is in lower case. */
  static boolean matches(byte[] bytes, int from, int to, byte[] name) {
    if (to - from != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != name[i]) {
        return false;
      }
    }
    return true;
  }
}

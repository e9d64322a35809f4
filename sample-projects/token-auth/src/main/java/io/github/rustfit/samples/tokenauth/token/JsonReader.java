package io.github.rustfit.samples.tokenauth.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) from bytes, value by value. Strict: bad UTF-8, lone surrogates, leading
 * zeros and anything after the end are refused, and so is what is nested too deeply.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 8;

  private final byte[] in;
  private int at;
  private int depth;

  JsonReader(byte[] json) {
    in = json;
  }

  /** Expects the beginning of an object. */
  void beginObject() throws InvalidTokenException {
    expect('{');
    enter();
  }

  /** Moves to the next member: returns its name, or null at the end of the object. */
  String nextName(boolean first) throws InvalidTokenException {
    if (ends('}', first)) {
      return null;
    }
    String name = string();
    expect(':');
    return name;
  }

  boolean isArray() throws InvalidTokenException {
    return peek() == '[';
  }

  void beginArray() throws InvalidTokenException {
    expect('[');
    enter();
  }

  /** Moves to the next element; returns whether there is one. */
  boolean nextElement(boolean first) throws InvalidTokenException {
    return !ends(']', first);
  }

  /** Expects nothing but white space until the end. */
  void end() throws InvalidTokenException {
    space();
    if (at < in.length) {
      throw malformed();
    }
  }

  String string() throws InvalidTokenException {
    expect('"');
    int from = at;
    while (at < in.length && in[at] != '"' && in[at] != '\\' && (in[at] < 0 || in[at] >= ' ')) {
      at++;
    }
    if (at < in.length && in[at] == '"') {
      return utf8(from, at++);
    }
    StringBuilder text = new StringBuilder(utf8(from, at));
    while (at < in.length && in[at] == '\\') {
      escape(text);
      from = at;
      while (at < in.length && in[at] != '"' && in[at] != '\\' && (in[at] < 0 || in[at] >= ' ')) {
        at++;
      }
      text.append(utf8(from, at));
    }
    expect('"');
    return paired(text);
  }

  /** A whole number of at most 18 digits; what follows a point is cut off. */
  long seconds() throws InvalidTokenException {
    space();
    int from = at;
    boolean negative = at < in.length && in[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long value = 0;
    while (at < in.length && isDigit(in[at])) {
      value = value * 10 + in[at++] - '0';
    }
    boolean leadingZero = at > first + 1 && in[first] == '0';
    if (at == first || at - first > 18 || leadingZero) {
      throw malformed();
    }
    if (at < in.length && in[at] == '.') {
      at++;
      int fraction = at;
      while (at < in.length && isDigit(in[at])) {
        at++;
      }
      if (at == fraction) {
        throw malformed();
      }
    }
    if (at < in.length && (in[at] == 'e' || in[at] == 'E') || at - from > 40) {
      throw malformed();
    }
    return negative ? -value : value;
  }

  /** Reads any value and forgets it. */
  void skip() throws InvalidTokenException {
    switch (peek()) {
      case '{' -> {
        beginObject();
        for (boolean first = true; nextName(first) != null; first = false) {
          skip();
        }
      }
      case '[' -> {
        beginArray();
        for (boolean first = true; nextElement(first); first = false) {
          skip();
        }
      }
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> seconds();
    }
  }

  private boolean ends(char bracket, boolean first) throws InvalidTokenException {
    if (peek() == bracket) {
      at++;
      depth--;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private void enter() throws InvalidTokenException {
    if (++depth > MAX_DEPTH) {
      throw new InvalidTokenException("JSON is nested too deeply");
    }
  }

  private void escape(StringBuilder text) throws InvalidTokenException {
    if (at + 1 >= in.length) {
      throw malformed();
    }
    byte letter = in[at + 1];
    at += 2;
    switch (letter) {
      case '"', '\\', '/' -> text.append((char) letter);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> text.append(hex());
      default -> throw malformed();
    }
  }

  private char hex() throws InvalidTokenException {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < in.length ? Character.digit(in[at], 16) : -1;
      if (digit < 0) {
        throw malformed();
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private String paired(StringBuilder text) throws InvalidTokenException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw malformed();
      }
    }
    return text.toString();
  }

  private String utf8(int from, int to) throws InvalidTokenException {
    for (int i = from; i < to; i++) {
      if (in[i] < 0) {
        return decoded(from, to);
      }
    }
    return new String(in, from, to - from, StandardCharsets.US_ASCII);
  }

  private String decoded(int from, int to) throws InvalidTokenException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(in, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private void word(String expected) throws InvalidTokenException {
    for (int i = 0; i < expected.length(); i++, at++) {
      if (at >= in.length || in[at] != expected.charAt(i)) {
        throw malformed();
      }
    }
  }

  private void expect(char letter) throws InvalidTokenException {
    if (peek() != letter) {
      throw malformed();
    }
    at++;
  }

  private byte peek() throws InvalidTokenException {
    space();
    if (at >= in.length) {
      throw malformed();
    }
    return in[at];
  }

  private void space() {
    while (at < in.length
        && (in[at] == ' ' || in[at] == '\t' || in[at] == '\n' || in[at] == '\r')) {
      at++;
    }
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static InvalidTokenException malformed() {
    return new InvalidTokenException("malformed JSON");
  }
}

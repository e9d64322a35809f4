package io.github.rustfit.readers.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.readers.files.Sha256;
import java.util.HexFormat;

/**
 * A digest of Java code that comments, blanks and ends of lines do not change: literals stay as
 * they are, and blanks count only where they part two words.
 */
final class CodeDigest {

  private final String text;
  private final StringBuilder code = new StringBuilder();
  private int at;

  private CodeDigest(String text) {
    this.text = text;
  }

  /** SHA-256 in lower-case hexadecimal. */
  static String of(String text) {
    CodeDigest digest = new CodeDigest(text);
    digest.read();
    return HexFormat.of().formatHex(Sha256.of(digest.code.toString().getBytes(UTF_8)));
  }

  private void read() {
    boolean blank = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || text.startsWith("//", at) || text.startsWith("/*", at)) {
        skip();
        blank = true;
        continue;
      }
      boolean word = Character.isJavaIdentifierPart(c);
      if (blank && word && code.length() > 0 && endsInWord()) {
        code.append(' ');
      } else if (blank && code.length() > 0 && code.charAt(code.length() - 1) == c) {
        code.append(' '); // a + +b is not a ++b
      }
      blank = false;
      if (c == '"' || c == '\'') {
        literal(text.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(c));
      } else {
        code.append(c);
        at++;
      }
    }
  }

  private boolean endsInWord() {
    return Character.isJavaIdentifierPart(code.charAt(code.length() - 1));
  }

  private void skip() {
    int end =
        text.startsWith("//", at)
            ? text.indexOf('\n', at)
            : text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : at;
    at = end < 0 ? text.length() : text.startsWith("*/", end) ? end + 2 : end + 1;
  }

  private void literal(String quote) {
    code.append(quote);
    at += quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      if (text.charAt(at) == '\r') {
        at++;
        continue;
      }
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        code.append(text.charAt(at++));
      }
      code.append(text.charAt(at++));
    }
    code.append(quote);
    at += quote.length();
  }
}

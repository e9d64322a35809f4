package io.github.rustfit.readers.source;

/**
 * Counts lines that carry code: at least one character of a token, which is neither white space nor
 * in a comment. Every line of a text block counts. Works on text that does not parse, too.
 *
 * <p>Source: the lexical grammar, Java Language Specification 25, sections 3.4 to 3.10. Unicode
 * escapes are not translated first.
 */
final class CodeLines {
  private final String text;
  private int at;
  private int lines;
  private boolean code;

  private CodeLines(String text) {
    this.text = text;
  }

  /** The number of lines of code in this text. */
  static int count(String text) {
    CodeLines counter = new CodeLines(text);
    while (counter.at < text.length()) {
      counter.token();
    }
    counter.endLine();
    return counter.lines;
  }

  private void token() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      endLine();
      at++;
    } else if (text.startsWith("//", at)) {
      while (at < text.length() && !atLineEnd()) {
        at++;
      }
    } else if (text.startsWith("/*", at)) {
      at += 2;
      upTo("*/", false);
    } else if (text.startsWith("\"\"\"", at)) {
      code = true;
      at += 3;
      upTo("\"\"\"", true);
    } else if (c == '"' || c == '\'') {
      literal(c);
    } else {
      code |= !Character.isWhitespace(c) && c != '\u001a' && c != '\ufeff';
      at++;
    }
  }

  /** A string or character literal; it ends with its line at the latest. */
  private void literal(char quote) {
    code = true;
    at++;
    while (at < text.length() && !atLineEnd()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return;
      }
      if (c == '\\' && at < text.length() && !atLineEnd()) {
        at++;
      }
    }
  }

  private void upTo(String end, boolean isCode) {
    while (at < text.length() && !text.startsWith(end, at)) {
      if (atLineEnd()) {
        endLine();
        boolean pair = text.startsWith("\r\n", at);
        at += pair ? 2 : 1;
        code = isCode;
      } else {
        at +=
            isCode && text.charAt(at) == '\\' && at + 1 < text.length() && !lineEnd(at + 1) ? 2 : 1;
      }
    }
    at = Math.min(text.length(), at + end.length());
  }

  private boolean atLineEnd() {
    return lineEnd(at);
  }

  private boolean lineEnd(int index) {
    char c = text.charAt(index);
    return c == '\n' || c == '\r';
  }

  private void endLine() {
    lines += code ? 1 : 0;
    code = false;
  }
}

package io.github.rustfit.readers.source;

/**
 * What of a source text is code. A line carries code if it has at least one character of a token,
 * which is neither white space nor in a comment; every line of a text block counts. Works on text
 * that does not parse, too.
 *
 * <p>Source: the lexical grammar, Java Language Specification 25, sections 3.4 to 3.10. Unicode
 * escapes are not translated first.
 */
final class CodeText {
  private final String text;
  private final StringBuilder tokens;
  private int at;
  private int lines;
  private boolean code;
  private boolean commentsEnd = true;

  private CodeText(String text) {
    this.text = text;
    this.tokens = new StringBuilder(text.length());
  }

  /** Scans the text. */
  static CodeText of(String text) {
    CodeText scan = new CodeText(text);
    while (scan.at < text.length()) {
      scan.token();
    }
    scan.endLine();
    return scan;
  }

  /** The number of lines that carry code. */
  int lines() {
    return lines;
  }

  /**
   * The same tokens on the same lines, without comments and indentation, which take a parser half
   * of its characters; the text itself where a comment does not end.
   */
  String tokens() {
    return commentsEnd ? tokens.toString() : text;
  }

  private void token() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      endLine();
      tokens.append(c);
      at++;
    } else if (text.startsWith("//", at)) {
      while (at < text.length() && !atLineEnd()) {
        at++;
      }
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (text.startsWith("\"\"\"", at)) {
      textBlock();
    } else if (c == '"' || c == '\'') {
      literal(c);
    } else if (c == ' ' || c == '\t' || c == '\f') {
      blank();
      at++;
    } else {
      code |= !Character.isWhitespace(c) && c != '\u001a' && c != '\ufeff';
      tokens.append(c);
      at++;
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    commentsEnd &= end >= 0;
    int after = end < 0 ? text.length() : end + 2;
    blank();
    for (; at < after; at++) {
      if (atLineEnd()) {
        endLine();
        tokens.append(text.charAt(at));
      }
    }
  }

  /** Its lines count even where they are empty. */
  private void textBlock() {
    int start = at;
    code = true;
    at += 3;
    while (at < text.length() && !text.startsWith("\"\"\"", at)) {
      if (atLineEnd()) {
        endLine();
        at += text.startsWith("\r\n", at) ? 2 : 1;
        code = true;
      } else {
        at += text.charAt(at) == '\\' && at + 1 < text.length() && !lineEnd(at + 1) ? 2 : 1;
      }
    }
    at = Math.min(text.length(), at + 3);
    tokens.append(text, start, at);
  }

  /** A string or character literal; it ends with its line at the latest. */
  private void literal(char quote) {
    int start = at;
    code = true;
    at++;
    while (at < text.length() && !atLineEnd()) {
      char c = text.charAt(at++);
      if (c == quote) {
        break;
      }
      if (c == '\\' && at < text.length() && !atLineEnd()) {
        at++;
      }
    }
    tokens.append(text, start, at);
  }

  /** One blank is as good as many, and none is needed at the start of a line. */
  private void blank() {
    int length = tokens.length();
    char last = length == 0 ? '\n' : tokens.charAt(length - 1);
    if (last != ' ' && last != '\n' && last != '\r') {
      tokens.append(' ');
    }
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

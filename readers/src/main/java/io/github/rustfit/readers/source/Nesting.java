package io.github.rustfit.readers.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deeply code is nested, told before it is parsed: the parser looks ahead over all of a type
 * argument, and twice over each block within a call, so that its time grows with the square of the
 * one depth and doubles with each step of the other. The bound on both together is a bound on its
 * time that is the same on every machine.
 */
final class Nesting {

  /** Brackets within brackets; code that somebody wrote has a few dozen. */
  static final int DEEPEST = 200;

  /**
   * What looking ahead may take in a file, in tokens: a few seconds. A file of 4 MiB that somebody
   * wrote takes a tenth of it.
   */
  private static final long MOST_WORK = 1_500_000;

  /** Tokens of a short block, which is looked at once more for each block around it. */
  private static final int BLOCK = 8;

  private static final Pattern PACKAGE =
      Pattern.compile("(?:^|[;\\s}])package\\s+([\\w$]+(?:\\s*\\.\\s*[\\w$]+)*)\\s*;");

  private final String text;
  private int at;
  private int line = 1;
  private int depth;
  private int angles;
  private long work;

  /** Whether each open bracket is a block within an expression; as deep as is looked at. */
  private final boolean[] block = new boolean[DEEPEST + 1];

  private final boolean[] creation = new boolean[DEEPEST + 1];
  private int blocks;
  private boolean created;
  private boolean creating;
  private char last = ' ';
  private char beforeLast = ' ';

  private Nesting(String text) {
    this.text = text;
  }

  /** The first line that is nested too deeply to be parsed in a bounded time; 0 if none is. */
  static int tooDeep(String tokens) {
    Nesting nesting = new Nesting(tokens);
    while (nesting.at < tokens.length()) {
      nesting.next();
      if (nesting.depth > DEEPEST || nesting.work > MOST_WORK) {
        return nesting.line;
      }
    }
    return 0;
  }

  /** The package that the code says it is in; empty if it says none. */
  static String packageName(String tokens) {
    Matcher declared = PACKAGE.matcher(tokens.substring(0, Math.min(tokens.length(), 20_000)));
    return declared.find() ? declared.group(1).replaceAll("\\s", "") : "";
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
      at++;
    } else if (c == '"' || c == '\'') {
      literal(c);
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      sign(c);
      beforeLast = last;
      last = c;
      at++;
    }
  }

  private void literal(char quote) {
    boolean isBlock = text.startsWith("\"\"\"", at);
    at += isBlock ? 3 : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      line += c == '\n' ? 1 : 0;
      if (c == '\\') {
        at += 2;
      } else if (isBlock && text.startsWith("\"\"\"", at)) {
        at += 3;
        break;
      } else {
        at++;
        if (!isBlock && (c == quote || c == '\n')) {
          break;
        }
      }
    }
    other('"');
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    creating |= at - start == 3 && text.startsWith("new", start);
    created = false;
    beforeLast = last;
    last = 'a';
  }

  private void other(char kind) {
    angles = 0;
    beforeLast = last;
    last = kind;
  }

  private void sign(char c) {
    switch (c) {
      case '(', '[', '{' -> open(c);
      case ')', ']', '}' -> close();
      case '<' -> work += ++angles;
      case '>' -> angles = Math.max(0, angles - 1);
      case '.', ',', '?', '@' -> {}
      default -> angles = 0;
    }
    if (c != ')') {
      created = false;
    }
    if (c == ';' || c == '=' || c == '}') {
      creating = false;
    }
  }

  private void open(char c) {
    depth++;
    angles = 0;
    if (depth <= DEEPEST) {
      boolean lambda = last == '>' && beforeLast == '-';
      block[depth] = c == '{' && (lambda || created);
      creation[depth] = c == '(' && creating;
      if (block[depth]) {
        blocks++;
        work += (long) BLOCK << Math.min(blocks, 40);
      }
    }
    creating = false;
  }

  private void close() {
    if (depth > 0 && depth <= DEEPEST) {
      blocks -= block[depth] ? 1 : 0;
      created = creation[depth];
    }
    depth = Math.max(0, depth - 1);
    angles = 0;
  }
}

package io.github.rustfit.trial.starter;

import java.util.function.IntPredicate;

/** Brings text that a stranger wrote into files without letting it be anything but text. */
final class Text {

  private Text() {}

  /**
   * For a comment of one line, in Rust, TOML or Java, and for prose: no line ends, nothing that
   * turns the direction of text or is not seen, and no backslash, as Java reads its Unicode escapes
   * in comments too (JLS 25, 3.3).
   */
  static String comment(String text) {
    return without(text, c -> c == '\\').replace("*/", "* /").replace("/*", "/ *");
  }

  /** For a code span of Markdown, which a backtick would end and a bar would split in a table. */
  static String span(String text) {
    return without(text, c -> c == '`' || c == '|');
  }

  /** For a string literal of Java, quotes not included. */
  static String literal(String text) {
    return without(text, c -> false).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String without(String text, IntPredicate unwanted) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .map(c -> unwanted.test(c) || unseen(c) ? '?' : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}

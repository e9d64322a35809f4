package io.github.rustfit.plugin.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Text from recordings, logs and sources, made harmless for a page or a terminal. */
public final class Texts {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;

  /** Characters of one text; a class name or path is never that long by honest means. */
  public static final int LONGEST = 1000;

  /** Characters of one word on a terminal. */
  public static final int LONGEST_WORD = 200;

  private Texts() {}

  /** The text as a page shows it: free of what HTML forbids, and cut where nobody would read on. */
  public static String shown(String text) {
    return abridge(printable(text), LONGEST);
  }

  /**
   * The same text with whole characters only: half of a surrogate pair, which UTF-8 cannot carry,
   * becomes U+FFFD.
   */
  public static String whole(String text) {
    return map(text, c -> surrogate(c) ? REPLACEMENT : c);
  }

  /**
   * Text that may stand in HTML: control characters, which HTML forbids, become their pictures
   * (U+2400 …) so that they are seen; tab and line feed stay.
   */
  public static String printable(String text) {
    return map(text, Texts::printable);
  }

  private static int printable(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' ? c : CONTROL_PICTURES + c;
    }
    if (c >= 0x7F && c < 0xA0) {
      return c == 0x7F ? 0x2421 : REPLACEMENT;
    }
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return surrogate(c) || nonCharacter ? REPLACEMENT : c;
  }

  /**
   * Text that may stand in one line of a terminal or log: no escape sequences, no line breaks, no
   * marks that reorder what is shown; typographic characters as their ASCII likeness.
   */
  public static String terminal(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.append(terminal(c)));
    return line.toString();
  }

  private static String terminal(int c) {
    return switch (c) {
      case '\n', '\r', '\t', 0xA0, 0x202F -> " ";
      case 0x2013, 0x2014 -> "-";
      case 0x2026 -> "...";
      case 0xD7 -> "x";
      case 0x2192 -> "->";
      case 0x221E -> "unbounded";
      default ->
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                "?";
            default -> Character.toString(c);
          };
    };
  }

  /** The first {@code limit} characters, with an ellipsis when there are more. */
  public static String cut(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    String ellipsis = "...";
    return text.substring(0, text.offsetByCodePoints(0, limit - ellipsis.length())) + ellipsis;
  }

  /**
   * The text in lines of at most so many characters, broken between words only; a longer word, such
   * as a path, has a line of its own and is cut after {@value #LONGEST_WORD} characters. What does
   * not fit into {@code most} lines is left out, and an ellipsis says so.
   */
  public static List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String each : cut(text, LONGEST).split(" ")) {
      String word = cut(each, LONGEST_WORD);
      if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    if (lines.size() > most) {
      lines.subList(most, lines.size()).clear();
      lines.set(most - 1, lines.get(most - 1) + " ...");
    }
    return lines;
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /**
   * The beginning and end of a text that is too long to read, with a note of how much is left out.
   */
  static String abridge(String text, int limit) {
    int length = text.codePointCount(0, text.length());
    if (length <= limit) {
      return text;
    }
    int head = text.offsetByCodePoints(0, limit * 3 / 4);
    int tail = text.offsetByCodePoints(text.length(), -(limit / 4));
    int omitted = text.codePointCount(head, tail);
    return text.substring(0, head)
        + " … ("
        + omitted
        + " characters more in report.json) … "
        + text.substring(tail);
  }

  private static boolean surrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String map(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder(text.length());
    text.codePoints().map(change).forEach(changed::appendCodePoint);
    return changed.toString();
  }
}

package io.github.rustfit.plugin.starter;

import java.util.Locale;

/** The lines of the file. Text that somebody else chose can neither end a line nor a quotation. */
final class Lines {

  private static final int WIDTH = 100;
  private static final int LONGEST = 200;
  private static final String NAME = "[^\\s\\p{Cc}]([^\\p{Cc}]*[^\\s\\p{Cc}])?";
  private static final String MODULE = "[A-Za-z0-9_.-]{1,200}";

  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  void raw(String line) {
    text.append(line).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /** A comment, wrapped at spaces. */
  void prose(String sentence) {
    StringBuilder line = new StringBuilder("#");
    for (String word : plain(sentence).split(" +")) {
      if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
        raw(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    raw(line.toString());
  }

  /** Characters that are neither letters, numbers, signs nor spaces become spaces. */
  static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]", " ").strip();
  }

  /** A YAML scalar in double quotes, ASCII only. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7F) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /** Whether the policy's schema admits it as the name of a component. */
  static boolean name(String name) {
    return name.length() <= LONGEST && name.matches(NAME);
  }

  /** Whether the policy's schema admits it as a module. */
  static boolean module(String name) {
    return name.matches(MODULE);
  }
}

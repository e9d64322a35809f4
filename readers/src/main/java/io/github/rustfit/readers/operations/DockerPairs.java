package io.github.rustfit.readers.operations;

import java.util.ArrayList;
import java.util.List;

/** The pairs of {@code ENV} and {@code ARG}: {@code name=value}, quoted or with escapes. */
final class DockerPairs {

  /** A name and its value, without quotes. */
  record Pair(String name, String value) {}

  private final String text;
  private int at;

  private DockerPairs(String text) {
    this.text = text;
  }

  /** The pairs {@code name=value}. */
  static List<Pair> of(String text) {
    DockerPairs reading = new DockerPairs(text);
    List<Pair> pairs = new ArrayList<>();
    while (reading.at < text.length()) {
      String word = reading.word();
      int sign = word.indexOf('=');
      if (sign > 0) {
        pairs.add(new Pair(word.substring(0, sign), word.substring(sign + 1)));
      }
    }
    return pairs;
  }

  /** The same, or one pair in the old form {@code name value}. */
  static List<Pair> ofEnvironment(String text) {
    String[] words = text.split("\\s+", 2);
    return words.length == 2 && !words[0].contains("=")
        ? List.of(new Pair(words[0], words[1]))
        : of(text);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (quote == 0 && Character.isWhitespace(c)) {
        break;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '\\' && quote != '\'' && at < text.length()) {
        word.append(text.charAt(at++));
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }
}

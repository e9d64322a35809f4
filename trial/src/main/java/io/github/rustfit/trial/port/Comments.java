package io.github.rustfit.trial.port;

import java.util.ArrayList;
import java.util.List;

/** Comments of Java, brought over as text that can be nothing else. */
final class Comments {

  private static final int MOST_LINES = 8;

  private Comments() {}

  /** The lines of {@code //} right above a place, each with its line end; empty for none. */
  static String before(String source, int place) {
    int lineStart = source.lastIndexOf('\n', place - 1) + 1;
    if (!source.substring(lineStart, place).isBlank()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    int end = lineStart - 1;
    while (end > 0 && lines.size() < MOST_LINES) {
      int start = source.lastIndexOf('\n', end - 1) + 1;
      String line = source.substring(start, end).strip();
      if (!line.startsWith("//")) {
        break;
      }
      lines.add(0, safe("// " + line.substring(2).strip()) + "\n");
      end = start - 1;
    }
    return String.join("", lines);
  }

  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().map(c -> unseen(c) ? '?' : c).forEach(safe::appendCodePoint);
    return safe.toString().stripTrailing();
  }

  /** What is not seen, or turns the direction of text. */
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

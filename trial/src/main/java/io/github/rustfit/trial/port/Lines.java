package io.github.rustfit.trial.port;

import java.util.ArrayList;
import java.util.List;

/** Lines of Rust, indented by blocks. */
final class Lines {

  private static final String INDENT = "    ";

  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  void addAll(List<String> more) {
    lines.addAll(more);
  }

  /** Lines of a block, one step further in. */
  void block(Lines inner) {
    for (String line : inner.lines) {
      lines.add(line.isEmpty() ? line : INDENT + line.replace("\n", "\n" + INDENT));
    }
  }

  void append(Lines more) {
    lines.addAll(more.lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Gives the last line's value instead of returning it. */
  void endWithValue() {
    if (lines.isEmpty()) {
      return; // what was refused has no lines
    }
    int last = lines.size() - 1;
    String line = lines.get(last);
    if (line.startsWith("return ") && line.endsWith(";")) {
      lines.set(last, line.substring("return ".length(), line.length() - 1));
    }
  }

  /** The lines, each with its end. */
  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}

package io.github.rustfit.trial.starter;

import java.util.List;
import java.util.stream.Collectors;

/** Writes Rust as rustfmt would. */
final class RustCode {

  private static final int WIDTH = 100;

  /** rustfmt's fn_call_width. */
  private static final int CALL_WIDTH = 60;

  private static final String INDENT = "        ";

  private RustCode() {}

  /** A function's head: on one line if it fits, otherwise with a line for each argument. */
  static String head(String start, List<String> arguments, String end) {
    String line = start + "(" + String.join(", ", arguments) + ")" + end;
    return line.length() + " {".length() <= WIDTH
        ? line
        : start + "(\n    " + String.join(",\n    ", arguments) + ",\n)" + end;
  }

  /** A statement with a call: arguments that take more room get a line each. */
  static String statement(String start, String callee, List<String> arguments, String end) {
    String all = String.join(", ", arguments);
    if (all.length() > CALL_WIDTH) {
      return INDENT
          + start
          + callee
          + "(\n"
          + arguments.stream()
              .map(argument -> INDENT + "    " + argument + ",\n")
              .collect(Collectors.joining())
          + INDENT
          + ")"
          + end
          + "\n";
    }
    String line = INDENT + start + callee + "(" + all + ")" + end;
    return line.length() <= WIDTH
        ? line + "\n"
        : INDENT + start.strip() + "\n    " + INDENT + callee + "(" + all + ")" + end + "\n";
  }
}

package io.github.rustfit.trial.starter;

import java.util.List;

/** Writes Rust as rustfmt would. */
final class RustCode {

  private static final int WIDTH = 100;

  private RustCode() {}

  /** A function's head: on one line if it fits, otherwise with a line for each argument. */
  static String head(String start, List<String> arguments, String end) {
    String line = start + "(" + String.join(", ", arguments) + ")" + end;
    return line.length() + " {".length() <= WIDTH
        ? line
        : start + "(\n    " + String.join(",\n    ", arguments) + ",\n)" + end;
  }
}

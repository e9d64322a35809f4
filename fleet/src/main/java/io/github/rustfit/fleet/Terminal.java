package io.github.rustfit.fleet;

import io.github.rustfit.plugin.report.text.Texts;
import java.io.PrintWriter;

/** Says how it goes: results on standard output, warnings and errors on standard error. */
final class Terminal {

  private final PrintWriter out;
  private final PrintWriter err;

  Terminal(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  void info(String line) {
    out.println(Texts.terminal(line));
    out.flush();
  }

  void warn(String line) {
    err.println("warning: " + Texts.terminal(line));
    err.flush();
  }

  void error(String line) {
    err.println("error: " + Texts.terminal(line));
    err.flush();
  }
}

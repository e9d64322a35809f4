package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalLog;
import java.io.PrintWriter;

/** Says how it goes: results on standard output, warnings and errors on standard error. */
final class Terminal implements GoalLog {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Words words;
  private final boolean debug;

  Terminal(PrintWriter out, PrintWriter err, Words words, boolean debug) {
    this.out = out;
    this.err = err;
    this.words = words;
    this.debug = debug;
  }

  @Override
  public void info(String line) {
    out.println(words.of(line));
    out.flush();
  }

  @Override
  public void warn(String line) {
    problem("warning: ", line);
  }

  void error(String line) {
    problem("error: ", line);
  }

  private void problem(String kind, String line) {
    out.flush();
    err.println(kind + words.of(line.replaceFirst("^rustfit: ", "")));
    err.flush();
  }

  @Override
  public void debug(String line) {
    if (debug) {
      err.println(words.of(line));
      err.flush();
    }
  }

  /** Where a thing failed, for those who asked for it. */
  void trace(Throwable cause) {
    if (debug) {
      cause.printStackTrace(err);
      err.flush();
    }
  }
}

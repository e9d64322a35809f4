package io.github.rustfit.capture.agent;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the user is to know: each once, on the standard error and in the file. */
final class Notes {

  private static final int MOST = 200;
  private static final int LONGEST = 1000;

  private final Set<String> said = new LinkedHashSet<>();
  private final PrintStream errors;

  Notes(PrintStream errors) {
    this.errors = errors;
  }

  synchronized void say(String note) {
    String text = note.length() > LONGEST ? note.substring(0, LONGEST) + "…" : note;
    if (said.size() < MOST && said.add(text)) {
      errors.println("rustfit: " + text);
    }
  }

  /** Of something that went wrong and that the program must not notice. */
  void failed(String what, Throwable cause) {
    StackTraceElement[] at = cause.getStackTrace();
    say(what + " (" + cause + (at.length == 0 ? "" : " at " + at[0]) + ")");
  }

  synchronized List<String> all() {
    return new ArrayList<>(said);
  }
}

package io.github.rustfit.rules.evidence.base;

import java.util.Comparator;

/**
 * Something that could not be read or done, recorded instead of thrown.
 *
 * @param where file or part it concerns, relative to the project's root; empty when global
 * @param line line in it, or 0
 * @param message what is wrong, in one sentence
 * @param remedy what to do about it, in one sentence
 */
public record Problem(String where, int line, String message, String remedy)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::where)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message)
          .thenComparing(Problem::remedy);

  public Problem {
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a problem needs a message and a remedy: " + where);
    }
  }

  /** {@code where:line: message remedy}, for a log or an exception. */
  public String text() {
    String place = where.isEmpty() ? "" : where + (line > 0 ? ":" + line : "") + ": ";
    return place + message + " " + remedy;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}

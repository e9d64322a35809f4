package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.policy.Level;
import java.util.Comparator;

/**
 * Something to act on, at a place.
 *
 * @param rule id of the rule that found it
 * @param id stable name of the finding: the same for the same matter in the next build, so it
 *     carries no line number
 * @param level how serious it is
 * @param file path relative to the project's root; empty when it concerns no file
 * @param line line in it, or 0
 * @param message what was found, with figures
 * @param remedy what to do, concretely: the flag, the edit
 * @param confirmed whether a recording or log confirms it; a pattern in the source alone does not
 */
public record Finding(
    String rule,
    String id,
    Level level,
    String file,
    int line,
    String message,
    String remedy,
    boolean confirmed)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::level)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::id)
          .thenComparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::message)
          .thenComparing(Finding::remedy)
          .thenComparing(Finding::confirmed);

  public Finding {
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a finding needs a message and a remedy: " + id);
    }
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}

package io.github.rustfit.rules.verdict;

import io.github.rustfit.rules.checklist.Answer;
import java.util.Locale;

/** Whether a gate lets a component through. */
public enum GateState {
  /** Lets it through. */
  PASS,
  /**
   * Would let it through if replacing the code gained as much as is assumed at best; nobody has
   * measured that, so it is not passed. In {@code report.json} it is {@code unknown}.
   */
  ASSUMED,
  /** Stops it. */
  FAIL,
  /** The evidence does not tell. */
  UNKNOWN;

  /** An answer that speaks for Rust passes, one that speaks against it fails. */
  public static GateState of(Answer answer) {
    return switch (answer) {
      case YES -> PASS;
      case NO -> FAIL;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** The name in {@code report.json}. */
  public String id() {
    return this == ASSUMED ? UNKNOWN.id() : name().toLowerCase(Locale.ROOT);
  }
}

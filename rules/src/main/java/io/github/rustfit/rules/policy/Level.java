package io.github.rustfit.rules.policy;

import java.util.Locale;

/** How serious it is. */
public enum Level {
  /** Fails the build where the build is gated. */
  ERROR,
  /** Is reported, and fails nothing. */
  WARNING,
  /** For information. */
  NOTE;

  /** The name in {@code report.json} and in the policy. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.github.rustfit.engine.assessment;

import java.util.Locale;

/**
 * A violation that does not count.
 *
 * @param violation the violation
 * @param by what excuses it
 * @param text why, in one sentence
 */
public record Excuse(Violation violation, By by, String text) {

  /** What excuses a violation. */
  public enum By {
    /** A decision in the policy. */
    DECISION,
    /** The baseline has it, and it did not get worse beyond noise. */
    BASELINE,
    /** The change that is checked does not touch the component. */
    UNTOUCHED;

    /** The name in {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

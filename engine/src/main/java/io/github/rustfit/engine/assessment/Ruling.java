package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.policy.Decision;
import java.util.Locale;

/**
 * What became of a decision.
 *
 * @param decision the decision
 * @param state what it does today
 */
public record Ruling(Decision decision, State state) {

  /** What a decision does. */
  public enum State {
    /** It silences what it names. */
    IN_FORCE,
    /** Its day is yet to come. */
    PENDING,
    /** Its last day is over: what it named counts again. */
    EXPIRED,
    /** Another one decides otherwise about the same: neither silences anything. */
    CONTRADICTED,
    /** What it names was looked for and is not there. */
    UNUSED,
    /** What it names could not be looked for: nothing was recorded that would show it. */
    UNCHECKED;

    /** The name in {@code report.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

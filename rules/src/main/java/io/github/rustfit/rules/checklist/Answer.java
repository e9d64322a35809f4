package io.github.rustfit.rules.checklist;

import java.util.Locale;

/**
 * A three-valued answer: {@code YES} speaks for Rust, {@code NO} against it. Conjunction and
 * disjunction are S. C. Kleene's strong logic of indeterminacy ("Introduction to Metamathematics",
 * 1952, § 64), in which replacing an unknown never changes a result that was already decided.
 */
public enum Answer {
  /** Speaks for Rust. */
  YES,
  /** Speaks against Rust. */
  NO,
  /** The evidence does not tell. */
  UNKNOWN;

  /** Both: {@code NO} as soon as one is {@code NO}. */
  public Answer and(Answer other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  /** Either: {@code YES} as soon as one is {@code YES}. */
  public Answer or(Answer other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : UNKNOWN;
  }

  /** The name in {@code report.json}: {@code yes}, {@code no} or {@code unknown}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.github.rustfit.rules.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tool says of a component. */
public enum Verdict {
  /** Every gate passes: worth a review by people. */
  REVIEW_FOR_RUST("Review for Rust"),
  /** The pain is real, and the JVM can still cure it. */
  TUNE_JVM_FIRST("Tune the JVM first"),
  /** No pain, no causality, no economics or no delivery. */
  KEEP_IN_JAVA("Keep in Java"),
  /** The unknown gates could still go either way. */
  NOT_ENOUGH_EVIDENCE("Not enough evidence");

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  /** Plain words for people. */
  public String title() {
    return title;
  }

  /** The name in {@code report.json} and in the policy, e.g. {@code keep-in-java}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verdict with that {@link #id()}. */
  public static Optional<Verdict> byId(String id) {
    return Stream.of(values()).filter(verdict -> verdict.id().equals(id)).findFirst();
  }
}

package io.github.rustfit.rules.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tool says of a component. */
public enum Verdict {
  /** Every gate passes, and the gain of the code was measured: worth a review by people. */
  REVIEW_FOR_RUST("Review for Rust"),
  /** Every gate passes but for the gain of the code, which is assumed: measure that first. */
  WORTH_A_TRIAL("Worth a trial"),
  /** There is something to fix in the Java code, or a setting of the JVM to try, before. */
  TUNE_JVM_FIRST("Fix or tune in Java first"),
  /** No pain, no causality, no economics or no delivery, or no way in which all could be had. */
  KEEP_IN_JAVA("Keep in Java"),
  /** The unknown gates could still lead to a trial or a review, or not. */
  NOT_ENOUGH_EVIDENCE("Not enough evidence");

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  /** Plain words for people. */
  public String title() {
    return title;
  }

  /** Whether it refuses Rust, for now. */
  public boolean refuses() {
    return this == TUNE_JVM_FIRST || this == KEEP_IN_JAVA;
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

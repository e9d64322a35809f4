package io.github.rustfit.rules.checklist;

import java.util.List;
import java.util.stream.Stream;

/** What a rule can speak to: one of the seven questions, or one of the gates' other conditions. */
public enum Topic {
  /** Is it on a hot path where latency, tail latency or memory already hurts? */
  HOT_PATH(1, "Is it on a hot path where latency, tail latency or memory already hurts?"),
  /** Does it suffer bugs that Rust's compile-time checks would prevent? */
  DEFECTS(2, "Does it suffer bugs that Rust's compile-time checks would prevent?"),
  /** Is the team large and senior enough to absorb the learning curve? */
  TEAM(3, "Is the team large and senior enough to absorb the learning curve?"),
  /** Does a performance or safety win justify the migration cost? */
  ECONOMICS(4, "Does a performance or safety win justify the migration cost?"),
  /** Will the system live long enough? */
  LIFETIME(5, "Will the system live long enough?"),
  /** Do debugging, deployment and operations benefit from it or suffer? */
  OPERATIONS(6, "Do debugging, deployment and operations benefit from it or suffer?"),
  /** Is the ecosystem mature enough for what this component uses? */
  ECOSYSTEM(7, "Is the ecosystem mature enough for what this component uses?"),
  /** Is there enough evidence to judge at all? */
  EVIDENCE(0, "Is there enough evidence to judge at all?"),
  /** Would replacing the component remove the pain? */
  CAUSE(0, "Would replacing this component remove the pain?"),
  /** Has the JVM been tuned as far as it goes? */
  TUNING(0, "Has the JVM been tuned as far as it goes?");

  private final int question;
  private final String text;

  Topic(int question, String text) {
    this.question = question;
    this.text = text;
  }

  /** The question's number, 1 to 7; 0 when the topic is not one of the seven questions. */
  public int question() {
    return question;
  }

  /** The topic as a question; yes speaks for Rust. */
  public String text() {
    return text;
  }

  /** The seven questions in order. */
  public static List<Topic> questions() {
    return Stream.of(values()).filter(topic -> topic.question > 0).toList();
  }
}

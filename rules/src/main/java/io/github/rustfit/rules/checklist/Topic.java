package io.github.rustfit.rules.checklist;

import java.util.List;
import java.util.stream.Stream;

/** What a rule can speak to: one of the seven questions, or one of the gates' other conditions. */
public enum Topic {
  /** Is it on a hot path where latency, tail latency or memory already hurts? */
  HOT_PATH(
      1,
      "Is it on a hot path where latency, tail latency or memory already hurts?",
      "a JFR recording, a GC log and a declared serviceLevel"),
  /** Does it suffer bugs that Rust's compile-time checks would prevent? */
  DEFECTS(
      2,
      "Does it suffer bugs that Rust's compile-time checks would prevent?",
      "a count of incidents by cause (incidents in rustfit.yaml)"),
  /** Is the team large and senior enough to absorb the learning curve? */
  TEAM(
      3,
      "Is the team large and senior enough to absorb the learning curve?",
      "the team's own answer: people, experience with systems languages, months of ramp-up it can afford"),
  /** Does a performance or safety win justify the migration cost? */
  ECONOMICS(
      4,
      "Does a performance or safety win justify the migration cost?",
      "instances, their memory and CPU, prices, and the cost of a person-month"),
  /** Will the system live long enough? */
  LIFETIME(5, "Will the system live long enough?", "how many years the system is meant to live"),
  /** Do debugging, deployment and operations benefit from it or suffer? */
  OPERATIONS(
      6,
      "Do debugging, deployment and operations benefit from it or suffer?",
      "who is on call for it, and which languages operations approves"),
  /** Is the ecosystem mature enough for what this component uses? */
  ECOSYSTEM(
      7,
      "Is the ecosystem mature enough for what this component uses?",
      "its imports against the crate catalogue"),
  /** Is there enough evidence to judge at all? */
  EVIDENCE(
      0,
      "Is there enough evidence to judge at all?",
      "a representative recording under load, long enough"),
  /** Would replacing the component remove the pain? */
  CAUSE(
      0,
      "Would replacing this component remove the pain?",
      "a JFR recording with CPU and allocation samples, and a GC log"),
  /** Has the JVM been tuned as far as it goes? */
  TUNING(
      0, "Has the JVM been tuned as far as it goes?", "a recording and a GC log of the tuned JVM"),
  /** Would what the replacement gains meet the target that is missed? */
  REACH(
      0,
      "Would what a replacement gains meet the target that is missed?",
      "a wall clock recording of the service under load, and the latency that it shows");

  private final int question;
  private final String text;
  private final String decidedBy;

  Topic(int question, String text, String decidedBy) {
    this.question = question;
    this.text = text;
    this.decidedBy = decidedBy;
  }

  /** The question's number, 1 to 7; 0 when the topic is not one of the seven questions. */
  public int question() {
    return question;
  }

  /** The topic as a question; yes speaks for Rust. */
  public String text() {
    return text;
  }

  /** What an answer rests on, as the rest of the sentence "It would be decided by …". */
  public String decidedBy() {
    return decidedBy;
  }

  /** The seven questions in order. */
  public static List<Topic> questions() {
    return Stream.of(values()).filter(topic -> topic.question > 0).toList();
  }
}

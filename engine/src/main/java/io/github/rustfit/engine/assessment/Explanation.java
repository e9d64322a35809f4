package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verdict in three sentences: what the component is to the process, why the verdict is what it
 * is, and what to do next.
 *
 * @param what how much of the process it is
 * @param why the gate that decided, with its leading reason
 * @param next what to do
 */
public record Explanation(String what, String why, String next) {

  /** The leading reason where only what is open could speak for Rust, and none of it does. */
  static final String NO_WAY =
      "Nothing that is measured speaks for Rust, and no answer to what is open would: either it does"
          + " not hurt, or the cause is elsewhere, or Java's own remedies come first.";

  /** A full stop, and the next sentence begins. */
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.])\\s+(?=\\p{Lu})");

  /** The sentences in order. */
  public List<String> sentences() {
    return List.of(what, why, next);
  }

  /**
   * The gate at which the path to review-for-rust ended; empty when none did. With gates open, the
   * tuning gate refuses Rust for now, but alone it is no reason to keep a component in Java.
   */
  public static Optional<Gate> stop(Gates gates, Verdict verdict) {
    return Stream.of(Gate.values())
        .filter(gate -> gates.decided() && gates.state(gate) == GateState.FAIL)
        .filter(gate -> (gate == Gate.G0) == (verdict == Verdict.NOT_ENOUGH_EVIDENCE))
        .filter(gate -> gate == Gate.G3 || verdict != Verdict.TUNE_JVM_FIRST)
        .filter(gate -> gate != Gate.G3 || verdict != Verdict.KEEP_IN_JAVA)
        .findFirst();
  }

  static Explanation of(
      Share cpu,
      Share allocation,
      boolean planned,
      Gates gates,
      Map<Topic, TopicAnswer> topics,
      List<String> reasons,
      List<String> tried,
      List<String> wouldDecide,
      List<Finding> findings) {
    Verdict verdict = gates.verdict();
    return new Explanation(
        what(cpu, allocation, planned),
        why(gates, verdict, topics, reasons, tried),
        next(gates, verdict, reasons, wouldDecide, findings));
  }

  private static String what(Share cpu, Share allocation, boolean planned) {
    if (planned) {
      return "It is planned and has no code yet, so nothing of it could be measured.";
    }
    if (!cpu.known() && !allocation.known()) {
      return "Nothing was recorded of it, so neither its CPU time nor its allocation is known.";
    }
    return "It owns "
        + owned(cpu, "CPU samples")
        + " and "
        + owned(allocation, "allocated bytes")
        + " of the process.";
  }

  private static String owned(Share share, String of) {
    return share.known()
        ? percent(share.value()) + " of the " + of
        : "an unknown part of the " + of;
  }

  private static String why(
      Gates gates,
      Verdict verdict,
      Map<Topic, TopicAnswer> topics,
      List<String> reasons,
      List<String> tried) {
    Optional<Gate> stop = stop(gates, verdict);
    if (stop.isPresent()) {
      Gate gate = stop.get();
      return "It stops at gate "
          + gate
          + ", which "
          + gate.statement()
          + ": "
          + leading(gate, topics, reasons)
          + open(gates, verdict);
    }
    if (verdict == Verdict.REVIEW_FOR_RUST) {
      return "All six gates pass: the pain is measured, this component causes it, the JVM is tuned,"
          + " and a native replacement would pay and could be delivered."
          + said(tried);
    }
    if (verdict == Verdict.WORTH_A_TRIAL) {
      return "Every gate passes but "
          + listed(gates, GateState.ASSUMED)
          + ", and there only the gain of the code is missing: with as much of it as can be hoped"
          + " for it would pass, with as much as is measured it does not."
          + (tried.isEmpty() ? " No trial has measured it." : said(tried));
    }
    if (verdict == Verdict.KEEP_IN_JAVA) {
      return "Either it does not hurt, or the cause is elsewhere, or the JVM's settings come first:"
          + " no way in which "
          + listed(gates, GateState.UNKNOWN)
          + " can end leads to Rust.";
    }
    List<String> open =
        gates.wouldDecide().stream().map(gate -> gate + " (" + gate.title() + ")").toList();
    return open.isEmpty()
        ? "The evidence does not suffice for a verdict."
        : "No gate refuses it, but the evidence leaves "
            + String.join(", ", open)
            + " open, and the verdict turns on "
            + (open.size() == 1 ? "it." : "them.");
  }

  /** What was not asked further, since it changes nothing. */
  private static String open(Gates gates, Verdict verdict) {
    if (verdict != Verdict.TUNE_JVM_FIRST || gates.possible().size() == 1) {
      return "";
    }
    return gates.state(Gate.G1) == GateState.UNKNOWN
        ? " Whether it hurts was not declared; no answer to that leads to Rust as it is."
        : " Whether this component is the cause is open; no answer to that leads to Rust as it is.";
  }

  private static String listed(Gates gates, GateState state) {
    return Stream.of(Gate.values())
        .filter(gate -> gates.state(gate) == state)
        .map(gate -> gate + " (" + gate.title() + ")")
        .collect(Collectors.joining(" and "));
  }

  /** What trials measured, behind a sentence. */
  private static String said(List<String> tried) {
    return tried.stream().map(text -> " " + text).collect(Collectors.joining());
  }

  private static String leading(Gate gate, Map<Topic, TopicAnswer> topics, List<String> reasons) {
    return Assessor.topicsOf(gate).stream()
        .map(topics::get)
        .filter(Objects::nonNull)
        .filter(answer -> answer.answer() == Answer.NO)
        .flatMap(answer -> answer.against().stream())
        .map(Fact::text)
        .findFirst()
        .orElse(reasons.isEmpty() ? "no rule says why." : reasons.get(0));
  }

  /** What the leading reason speaks of, or else what costs most. */
  private static Optional<Finding> first(List<String> reasons, List<Finding> findings) {
    String leading = reasons.isEmpty() ? "" : reasons.get(0);
    return findings.stream()
        .filter(Finding::confirmed)
        .min(
            Comparator.<Finding, Boolean>comparing(
                    one ->
                        !leading.startsWith(one.message())
                            && !leading.startsWith(
                                one.file() + ":" + one.line() + " (" + one.rule() + ") "))
                .thenComparing(Finding::level)
                .thenComparing(Finding.BY_COST));
  }

  private static String next(
      Gates gates,
      Verdict verdict,
      List<String> reasons,
      List<String> wouldDecide,
      List<Finding> findings) {
    return switch (verdict) {
      case TUNE_JVM_FIRST ->
          first(reasons, findings)
              .map(Finding::remedy)
              .map(remedy -> "Begin with this: " + SENTENCE_END.split(remedy, 2)[0])
              .map(text -> text.endsWith(".") ? text : text + ".")
              .orElse("Tune the JVM as its findings say, and record again.");
      case REVIEW_FOR_RUST ->
          "Let people review it: begin with the smallest boundary that the seam names, and compare"
              + " the program as a whole, under its own load, with the tuned JVM.";
      case WORTH_A_TRIAL ->
          wouldDecide.isEmpty()
              ? "Try it on the hot code before anybody decides: measure what a port gains."
              : SENTENCE_END.split(wouldDecide.get(0), 2)[0];
      case KEEP_IN_JAVA ->
          stop(gates, verdict)
              .map(
                  gate ->
                      "Keep it in Java; only a new recording or declaration that lets gate "
                          + gate
                          + " pass would reopen the question.")
              .orElse("Keep it in Java, and try the JVM's settings that its findings name.");
      case NOT_ENOUGH_EVIDENCE ->
          wouldDecide.isEmpty()
              ? "Record it under representative load, with a GC log, and run the goal again."
              : SENTENCE_END.split(wouldDecide.get(0), 2)[0];
    };
  }
}

package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import java.util.List;

/**
 * What a rule says of a component.
 *
 * @param answer yes speaks for Rust, no against it
 * @param facts the evidence for the answer
 * @param findings what to act on
 * @param wouldDecide for an unknown answer, what to record or declare so that it is decided
 * @param onGain for an unknown answer, whether it turns on the gain of the replaced code alone: it
 *     would be yes with what is assumed at best, and not with what is measured
 */
public record Outcome(
    Answer answer,
    List<Fact> facts,
    List<Finding> findings,
    List<String> wouldDecide,
    boolean onGain) {

  /** The rule has nothing to go by and does not count, as if it were not there. */
  public static final Outcome NOT_CONCERNED =
      new Outcome(
          Answer.UNKNOWN,
          List.of(),
          List.of(),
          List.of("Nothing: it is not what the rule judges."),
          false);

  public Outcome {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    wouldDecide = List.copyOf(wouldDecide);
    if (answer != Answer.UNKNOWN && facts.isEmpty()) {
      throw new IllegalArgumentException("an answer needs evidence");
    }
    if (answer == Answer.UNKNOWN && wouldDecide.isEmpty()) {
      throw new IllegalArgumentException("an unknown answer says what would decide it");
    }
    if (answer != Answer.UNKNOWN && onGain) {
      throw new IllegalArgumentException("what is decided does not turn on a gain");
    }
  }

  /** What does not turn on a gain that is assumed. */
  public static Outcome of(
      Answer answer, List<Fact> facts, List<Finding> findings, List<String> wouldDecide) {
    return new Outcome(answer, facts, findings, wouldDecide, false);
  }

  /** Speaks for Rust. */
  public static Outcome yes(Fact... facts) {
    return of(Answer.YES, List.of(facts), List.of(), List.of());
  }

  /** Speaks against Rust. */
  public static Outcome no(Fact... facts) {
    return of(Answer.NO, List.of(facts), List.of(), List.of());
  }

  /** Not decided by the evidence. */
  public static Outcome unknown(String wouldDecide, Fact... facts) {
    return of(Answer.UNKNOWN, List.of(facts), List.of(), List.of(wouldDecide));
  }

  /**
   * Not decided, and it turns on the gain of the replaced code alone: no assumption passes for a
   * measurement.
   */
  public static Outcome onGain(String wouldDecide, List<Fact> facts) {
    return new Outcome(Answer.UNKNOWN, facts, List.of(), List.of(wouldDecide), true);
  }

  /** What does not count, as {@link #NOT_CONCERNED}, with facts to show. */
  public static Outcome notConcerned(Fact... facts) {
    return of(Answer.UNKNOWN, List.of(facts), List.of(), NOT_CONCERNED.wouldDecide);
  }

  /** Whether it counts. */
  public boolean concerned() {
    return !wouldDecide.equals(NOT_CONCERNED.wouldDecide);
  }

  /** The same outcome with findings. */
  public Outcome with(List<Finding> found) {
    return new Outcome(answer, facts, found, wouldDecide, onGain);
  }

  /** Whether any of its facts was measured or read from the repository. */
  public boolean observed() {
    return facts.stream()
        .anyMatch(
            fact ->
                fact.provenance() == Provenance.MEASURED
                    || fact.provenance() == Provenance.REPOSITORY);
  }
}

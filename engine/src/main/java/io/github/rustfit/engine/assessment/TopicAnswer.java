package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import java.util.List;

/**
 * The answer to a topic, from all rules that speak to it.
 *
 * @param topic what was asked
 * @param answer yes speaks for Rust
 * @param onGain for an unknown answer, whether it turns on the gain of the replaced code alone, and
 *     would be yes with what is assumed of it at best
 * @param facts the evidence, rule by rule
 * @param leading the part of the facts that comes from rules that decide and answered the same,
 *     those of necessary rules first
 * @param wouldDecide for an unknown answer, what to record or declare
 * @param rules ids of the rules that were asked
 */
public record TopicAnswer(
    Topic topic,
    Answer answer,
    boolean onGain,
    List<Fact> facts,
    List<Fact> leading,
    List<String> wouldDecide,
    List<String> rules) {

  public TopicAnswer {
    facts = List.copyOf(facts);
    leading = List.copyOf(leading);
    wouldDecide = List.copyOf(wouldDecide);
    rules = List.copyOf(rules);
  }

  /** The evidence of those that answered no; empty unless the answer is no. */
  public List<Fact> against() {
    return answer == Answer.NO ? leading : List.of();
  }
}

package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.verdict.Gates;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the answers lead to.
 *
 * @param topics the answer to each topic
 * @param gates the six gates
 * @param explanation the verdict in three sentences
 * @param reasons why, the leading reason first
 * @param wouldDecide for an undecided component, the smallest input that would decide
 */
public record Conclusion(
    Map<Topic, TopicAnswer> topics,
    Gates gates,
    Explanation explanation,
    List<String> reasons,
    List<String> wouldDecide) {

  public Conclusion {
    EnumMap<Topic, TopicAnswer> answers = new EnumMap<>(Topic.class);
    answers.putAll(topics);
    topics = Collections.unmodifiableMap(answers);
    reasons = List.copyOf(reasons);
    wouldDecide = List.copyOf(wouldDecide);
  }

  /** What follows from the gates. */
  public Verdict verdict() {
    return gates.verdict();
  }
}

package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What grows with the number of recordings beside stacks and digests. */
final class Bounded {

  /** Values of a label that are told apart. */
  private static final int MOST_VALUES = 64;

  private Bounded() {}

  /**
   * The same facts in which a label of the profiler with more than {@value #MOST_VALUES} values, as
   * the name of a host, is one: {@code key=*}.
   */
  static RecordingFacts facts(RecordingFacts facts) {
    SortedMap<String, Long> labels = facts.sampling().labels();
    if (labels.size() <= MOST_VALUES) {
      return facts;
    }
    Map<String, Integer> values = new HashMap<>();
    labels.keySet().forEach(label -> values.merge(key(label), 1, Integer::sum));
    SortedMap<String, Long> kept = new TreeMap<>();
    labels.forEach(
        (label, count) -> {
          boolean many = values.getOrDefault(key(label), 0) > MOST_VALUES;
          kept.merge(many ? key(label) + "=*" : label, count, Bounded::sum);
        });
    return facts.with(facts.sampling().labelled(kept));
  }

  private static String key(String label) {
    int end = label.indexOf('=');
    return end < 0 ? label : label.substring(0, end);
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

package io.github.rustfit.readers.pprof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a profiler put on samples beside their stacks, counted. A key of many values, such as the
 * number of a request, tells nothing of a recording and may tell of people, so its values are not
 * kept. Bounded; not thread-safe.
 */
final class Labels {

  private static final int MOST_KEYS = 64;
  private static final int MOST_VALUES = 16;
  private static final int LONGEST = 200;
  private static final String MANY = "*";

  private final Map<String, Map<String, Long>> counts = new HashMap<>();
  private final Set<String> many = new HashSet<>();

  /** Counts samples with a label. */
  void add(String key, String value, long samples) {
    String name = key.strip();
    if (name.isEmpty()
        || value.isBlank()
        || name.length() > LONGEST
        || (!counts.containsKey(name) && counts.size() >= MOST_KEYS)) {
      return;
    }
    Map<String, Long> values = counts.computeIfAbsent(name, k -> new HashMap<>());
    values.merge(kept(name, value), Math.max(0, samples), Labels::sum);
    if (values.size() > MOST_VALUES) {
      long all = values.values().stream().reduce(0L, Labels::sum);
      many.add(name);
      values.clear();
      values.put(MANY, all);
    }
  }

  /** Counts what others counted. */
  void addAll(Labels others) {
    others.counts.forEach(
        (key, values) -> values.forEach((value, samples) -> add(key, value, samples)));
  }

  private String kept(String name, String value) {
    boolean untold = many.contains(name) || value.length() > LONGEST || value.equals(MANY);
    return untold ? MANY : value;
  }

  /** All of them, as {@code key=value}. */
  SortedMap<String, Long> all() {
    SortedMap<String, Long> all = new TreeMap<>();
    counts.forEach(
        (key, values) ->
            values.forEach((value, samples) -> all.merge(key + "=" + value, samples, Labels::sum)));
    return all;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

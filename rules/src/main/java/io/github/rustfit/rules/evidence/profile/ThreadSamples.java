package io.github.rustfit.rules.evidence.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which threads the CPU samples were taken. Threads whose names differ in digits alone are a
 * group, so that a pool is one: {@code http-nio-8080-exec-7} is {@code http-nio-8080-exec-#}. What
 * may be a port, four or five digits between hyphens, stays.
 *
 * <p>At most {@value #MOST} groups are told apart: those whose names come first in the order of
 * characters, since any choice by size would depend on what was merged first. The rest is {@value
 * #OTHERS}.
 *
 * @param samples number of CPU samples by stack, leaf first, and by group; stacks of recordings
 *     that name no threads are missing
 */
public record ThreadSamples(Map<List<Frame>, SortedMap<String, Long>> samples) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final ThreadSamples EMPTY = new ThreadSamples(Map.of());

  /** Groups that are told apart. */
  public static final int MOST = 64;

  /** What groups beyond {@value #MOST} are together. */
  public static final String OTHERS = "others";

  /** All virtual threads. */
  public static final String VIRTUAL = "virtual threads";

  private static final int LONGEST = 100;
  private static final Pattern DIGITS = Pattern.compile("-[1-9][0-9]{3,4}(?=-)|[0-9]+");

  public ThreadSamples {
    Map<List<Frame>, SortedMap<String, Long>> copy = new HashMap<>();
    Set<String> kept = kept(samples);
    samples.forEach(
        (stack, groups) -> {
          SortedMap<String, Long> counts = new TreeMap<>();
          groups.forEach(
              (group, count) -> {
                if (count <= 0) {
                  throw new IllegalArgumentException(count + " samples in threads " + group);
                }
                counts.merge(kept.contains(group) ? group : OTHERS, count, Long::sum);
              });
          if (!counts.isEmpty()) {
            copy.put(List.copyOf(stack), Collections.unmodifiableSortedMap(counts));
          }
        });
    samples = Collections.unmodifiableMap(copy);
  }

  private static Set<String> kept(Map<List<Frame>, SortedMap<String, Long>> samples) {
    SortedSet<String> names = new TreeSet<>();
    samples.values().forEach(groups -> names.addAll(groups.keySet()));
    names.remove(OTHERS);
    Set<String> kept = new HashSet<>();
    names.stream().limit(MOST).forEach(kept::add);
    return kept;
  }

  /**
   * The group of a thread.
   *
   * @param name as the JVM or the system calls it; empty when unknown
   * @return empty when unknown
   */
  public static String group(String name) {
    String group =
        DIGITS
            .matcher(name.strip())
            .replaceAll(run -> run.group().startsWith("-") ? run.group() : "#");
    return group.substring(0, Math.min(group.length(), LONGEST));
  }

  /** Both together. */
  public ThreadSamples merge(ThreadSamples other) {
    if (samples.isEmpty() || other.samples.isEmpty()) {
      return samples.isEmpty() ? other : this;
    }
    Map<List<Frame>, SortedMap<String, Long>> all = new HashMap<>(samples);
    other.samples.forEach(
        (stack, groups) ->
            all.merge(
                stack,
                groups,
                (a, b) -> {
                  SortedMap<String, Long> sum = new TreeMap<>(a);
                  b.forEach((group, count) -> sum.merge(group, count, Long::sum));
                  return sum;
                }));
    return new ThreadSamples(all);
  }

  /** The groups of the samples with a stack. */
  public SortedMap<String, Long> of(List<Frame> stack) {
    return samples.getOrDefault(stack, Collections.emptySortedMap());
  }

  /** Whether any recording names its threads. */
  public boolean known() {
    return !samples.isEmpty();
  }

  /** The same for equal samples, whatever order their map iterates in. */
  @Override
  public String toString() {
    SortedMap<SampleKey, SortedMap<String, Long>> sorted = new TreeMap<>();
    samples.forEach(
        (stack, groups) -> sorted.put(new SampleKey(SampleKind.CPU, stack, ""), groups));
    return sorted.toString();
  }

  /** Adds samples one by one. Not thread-safe. */
  public static final class Builder {

    private final Map<List<Frame>, SortedMap<String, Long>> counts = new HashMap<>();

    /** Adds samples of a group; of an unknown one, which is empty, none. */
    public void add(List<Frame> stack, String group, long samples) {
      if (!group.isEmpty() && samples > 0) {
        counts.computeIfAbsent(stack, one -> new TreeMap<>()).merge(group, samples, Long::sum);
      }
    }

    /** What was added. */
    public ThreadSamples build() {
      return counts.isEmpty() ? EMPTY : new ThreadSamples(counts);
    }
  }
}

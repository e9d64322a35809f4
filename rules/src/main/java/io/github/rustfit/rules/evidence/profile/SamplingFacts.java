package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a recording was sampled, and what it can and cannot tell for that reason.
 *
 * @param threadCpu CPU time of the Java threads, those of the JIT compiler included, in
 *     nanoseconds; what the process used beyond it was used by the collector and other threads of
 *     the JVM, or by native code's own threads
 * @param assumed kinds whose samples do not say what one of them stands for, so that it was
 *     assumed: their sums are guesses, shares among them are not
 * @param leftOut kinds of whose samples some had to be left out, so that their sums are lower
 *     bounds, with what these amount to at most, in the kind's unit
 * @param chunks what tells the recording's chunks from all others, for each one that was counted;
 *     recordings with a chunk in common are of one run. Of the Flight Recorder's it is the time it
 *     begins in nanoseconds since 1970, in hexadecimal digits, a hyphen, and what else tells it
 * @param unread events of other producers than the JDK and async-profiler that could not be used,
 *     by name
 * @param calls exact counts of the methods that were asked for, by class and method
 * @param labels what the profiler put on samples beside their stacks, as {@code key=value}, with
 *     the number of samples; a key of many values is {@code key=*}
 */
public record SamplingFacts(
    Tally threadCpu,
    SortedSet<SampleKind> assumed,
    SortedMap<SampleKind, Long> leftOut,
    SortedSet<String> chunks,
    SortedMap<String, Long> unread,
    SortedMap<String, MethodCalls> calls,
    SortedMap<String, Long> labels) {

  private static final int HEXADECIMAL = 16;

  /** Of a chunk that begins with its time: at most 63 bits. */
  private static final Pattern BEGIN = Pattern.compile("([0-7][0-9a-f]{15}|[0-9a-f]{1,15})-");

  /** Nothing known: the identity of {@link #merge}. */
  public static final SamplingFacts EMPTY =
      new SamplingFacts(
          Tally.UNKNOWN,
          Collections.emptySortedSet(),
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  public SamplingFacts {
    assumed = SortedUnion.copy(assumed);
    leftOut = SortedUnion.copy(leftOut);
    chunks = SortedUnion.copy(chunks);
    unread = SortedUnion.copy(unread);
    calls = SortedUnion.copy(calls);
    labels = SortedUnion.copy(labels);
    if (leftOut.values().stream().anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException("negative amount left out: " + leftOut);
    }
    if (labels.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("negative number of samples: " + labels);
    }
    if (unread.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("negative number of events: " + unread);
    }
  }

  /**
   * When its chunks began, in nanoseconds since 1970 by the clock of their machine; empty where
   * they do not tell.
   */
  public SortedSet<Long> starts() {
    SortedSet<Long> starts = new TreeSet<>();
    for (String chunk : chunks) {
      Matcher begin = BEGIN.matcher(chunk);
      if (begin.lookingAt()) {
        starts.add(Long.parseLong(begin.group(1), HEXADECIMAL));
      }
    }
    return starts;
  }

  /** The same with these labels instead of its own. */
  public SamplingFacts labelled(SortedMap<String, Long> others) {
    return new SamplingFacts(threadCpu, assumed, leftOut, chunks, unread, calls, others);
  }

  /** Both together. */
  public SamplingFacts merge(SamplingFacts other) {
    return new SamplingFacts(
        threadCpu.merge(other.threadCpu),
        SortedUnion.union(assumed, other.assumed),
        SortedUnion.union(leftOut, other.leftOut, SamplingFacts::sum),
        SortedUnion.union(chunks, other.chunks),
        SortedUnion.union(unread, other.unread, SamplingFacts::sum),
        SortedUnion.union(calls, other.calls, MethodCalls::merge),
        SortedUnion.union(labels, other.labels, SamplingFacts::sum));
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

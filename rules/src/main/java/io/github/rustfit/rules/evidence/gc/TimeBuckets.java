package io.github.rustfit.rules.evidence.gc;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Collects values in at most {@value #MOST} equal stretches of time, however long it takes: when a
 * time lies beyond the last one, neighbours join and all become twice as long. The outcome depends
 * on what was added, not on the order. Not thread-safe.
 */
final class TimeBuckets<V> {

  static final int MOST = 256;

  /** The shortest stretch in nanoseconds; JVMs print milliseconds. */
  static final long SHORTEST = 1_000_000L;

  private final BinaryOperator<V> join;
  private TreeMap<Integer, V> buckets = new TreeMap<>();
  private long width = SHORTEST;

  TimeBuckets(BinaryOperator<V> join) {
    this.join = join;
  }

  void add(long time, V value) {
    while (time / width >= MOST) {
      TreeMap<Integer, V> wider = new TreeMap<>();
      buckets.forEach((index, old) -> wider.merge(index / 2, old, join));
      buckets = wider;
      width *= 2;
    }
    buckets.merge((int) (time / width), value, join);
  }

  SortedMap<Integer, V> buckets() {
    return buckets;
  }
}

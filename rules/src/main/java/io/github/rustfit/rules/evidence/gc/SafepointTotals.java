package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.SortedMap;

/**
 * Safepoints: all that stops every Java thread, collections among them.
 *
 * @param observedNanos time over which the log tells of them, in nanoseconds; 0 means unknown
 * @param stopped from the request of a safepoint until the threads run again
 * @param reaching the part of it until the last thread stood still ("time to safepoint"); fewer
 *     than {@code stopped} where the log does not carry it (JDK 7)
 * @param operations safepoints by the operation that asked for them, as the JVM names it; empty
 *     where it does not (before JDK 13)
 */
public record SafepointTotals(
    long observedNanos,
    PauseHistogram stopped,
    PauseHistogram reaching,
    SortedMap<String, PauseTotal> operations) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final SafepointTotals UNKNOWN =
      new SafepointTotals(
          0, PauseHistogram.EMPTY, PauseHistogram.EMPTY, Collections.emptySortedMap());

  public SafepointTotals {
    operations = SortedUnion.copy(operations);
    if (observedNanos < 0) {
      throw new IllegalArgumentException("observed for " + observedNanos + " ns");
    }
  }

  /** Whether the inputs carry safepoints. */
  public boolean known() {
    return observedNanos > 0;
  }

  /** Whether the time to safepoint is known of each one. */
  public boolean reachingKnown() {
    return known() && reaching.count() == stopped.count();
  }

  /** Both together. */
  public SafepointTotals merge(SafepointTotals other) {
    return new SafepointTotals(
        observedNanos + other.observedNanos,
        stopped.merge(other.stopped),
        reaching.merge(other.reaching),
        SortedUnion.union(operations, other.operations, PauseTotal::merge));
  }
}

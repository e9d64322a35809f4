package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.Tally;

/**
 * Calls of one method, all of which were counted ({@code jdk.MethodTiming}, {@code
 * jdk.MethodTrace}, or a capture).
 *
 * @param count how many
 * @param nanos their time from begin to end together, in nanoseconds, with what they called; 0
 *     where only calls were counted
 * @param longestNanos that of the longest; 0 likewise
 * @param bytes of their arguments and results, over the time these were measured
 * @param overNanos how long calls were counted, in nanoseconds; 0 where that is not known
 */
public record MethodCalls(long count, long nanos, long longestNanos, Tally bytes, long overNanos) {

  public MethodCalls {
    if (count < 0 || nanos < 0 || longestNanos < 0 || overNanos < 0) {
      throw new IllegalArgumentException("negative calls");
    }
  }

  /** Calls that were timed one by one. */
  public static MethodCalls timed(long count, long nanos, long longestNanos) {
    return new MethodCalls(count, nanos, longestNanos, Tally.UNKNOWN, 0);
  }

  /** The same, counted over a time in nanoseconds, unless a time is known already. */
  public MethodCalls over(long time) {
    return overNanos > 0 ? this : new MethodCalls(count, nanos, longestNanos, bytes, time);
  }

  /** Whether it is known how often it was called in a second. */
  public boolean rateKnown() {
    return overNanos > 0;
  }

  /** Calls in a second of the time in which they were counted; 0 when that is not known. */
  public double perSecond() {
    return rateKnown() ? count * 1e9 / overNanos : 0;
  }

  /** Both together. */
  public MethodCalls merge(MethodCalls other) {
    return new MethodCalls(
        saturated(count + other.count),
        saturated(nanos + other.nanos),
        Math.max(longestNanos, other.longestNanos),
        new Tally(
            saturated(bytes.amount() + other.bytes.amount()),
            saturated(bytes.overNanos() + other.bytes.overNanos())),
        saturated(overNanos + other.overNanos));
  }

  private static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

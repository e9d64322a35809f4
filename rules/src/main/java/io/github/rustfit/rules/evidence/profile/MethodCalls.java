package io.github.rustfit.rules.evidence.profile;

/**
 * Calls of one method, all of which were counted ({@code jdk.MethodTiming}, {@code
 * jdk.MethodTrace}).
 *
 * @param count how many
 * @param nanos their time from begin to end together, in nanoseconds, with what they called
 * @param longestNanos that of the longest
 */
public record MethodCalls(long count, long nanos, long longestNanos) {

  public MethodCalls {
    if (count < 0 || nanos < 0 || longestNanos < 0) {
      throw new IllegalArgumentException("negative calls");
    }
  }

  /** Both together. */
  public MethodCalls merge(MethodCalls other) {
    return new MethodCalls(
        saturated(count + other.count),
        saturated(nanos + other.nanos),
        Math.max(longestNanos, other.longestNanos));
  }

  private static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

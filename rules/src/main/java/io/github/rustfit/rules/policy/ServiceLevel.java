package io.github.rustfit.rules.policy;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The latency that was promised, and what is observed.
 *
 * @param percentile the percentile the target is for, above 0 and below 100
 * @param targetMs the promised latency at that percentile, in milliseconds
 * @param observedMs the latency observed at that percentile, in milliseconds
 * @param observedP50Ms the median latency observed, in milliseconds
 * @param serviceTimeMs time that a request spends in the service without waiting, in milliseconds
 * @param fanOut how many instances a request waits for, at least 1
 * @param requestsPerSecond requests that one instance serves in a second
 */
public record ServiceLevel(
    double percentile,
    double targetMs,
    OptionalDouble observedMs,
    OptionalDouble observedP50Ms,
    OptionalDouble serviceTimeMs,
    int fanOut,
    OptionalDouble requestsPerSecond) {

  public ServiceLevel {
    if (!(percentile > 0 && percentile < 100) || !(targetMs > 0) || fanOut < 1) {
      throw new IllegalArgumentException(percentile + ", " + targetMs + ", " + fanOut);
    }
    Stream.of(observedMs, observedP50Ms, serviceTimeMs, requestsPerSecond)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(value -> !(value >= 0 && value < Double.POSITIVE_INFINITY))
        .findFirst()
        .ifPresent(
            value -> {
              throw new IllegalArgumentException("not a latency or a rate: " + value);
            });
  }

  /** The share of requests that may miss the target, 0..1. */
  public double allowedMisses() {
    return 1 - percentile / 100;
  }
}

package io.github.rustfit.samples.edgeproxy.load;

import java.util.Arrays;
import java.util.Locale;

/** Every measured latency of a run, in nanoseconds and sorted; nothing is averaged away. */
final class Latencies {
  private final long[] sorted;

  Latencies(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The nearest-rank percentile in milliseconds. */
  double percentileMillis(double percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }

  String report(LoadPlan plan) {
    double seconds = plan.measured().toSeconds();
    return String.format(
        Locale.ROOT,
        """
        measured_seconds      %.0f
        requests              %d
        requests_per_second   %.1f
        p50_ms                %.3f
        p90_ms                %.3f
        p99_ms                %.3f
        p99.9_ms              %.3f
        max_ms                %.3f
        """,
        seconds,
        sorted.length,
        sorted.length / seconds,
        percentileMillis(50),
        percentileMillis(90),
        percentileMillis(99),
        percentileMillis(99.9),
        percentileMillis(100));
  }
}

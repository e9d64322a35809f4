package io.github.rustfit.samples.lambdahandler.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Every measured latency of a run, in nanoseconds and sorted; nothing is averaged away. */
record Latencies(long[] sorted) {

  static Latencies of(List<Invocation> invocations, ToLongFunction<Invocation> latency) {
    if (invocations.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Latencies(invocations.stream().mapToLong(latency).sorted().toArray());
  }

  /** A line of the report: the nearest-rank percentile in milliseconds. */
  String line(String name, double percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return String.format(Locale.ROOT, "%-22s %.1f", name, sorted[Math.max(rank, 1) - 1] / 1e6);
  }
}

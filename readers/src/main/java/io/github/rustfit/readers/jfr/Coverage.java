package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.List;

/**
 * How much time a recording covers. Chunks add up, with one exception: async-profiler's {@code
 * jfrsync} appends its own chunk to the JDK's chunks of the same run, and that time counts once.
 */
final class Coverage {

  private record Span(long pid, long start, long end) {}

  private final List<Span> jdk = new ArrayList<>();
  private long nanos;

  /** Adds a chunk and says whether another one of the same run covers its time already. */
  boolean add(ChunkSummary chunk) {
    long twice = 0;
    if (chunk.asyncProfiler()) {
      for (Span span : jdk) {
        // Beside the JDK, async-profiler leaves the description of the JVM to it.
        if (chunk.machine().pid == 0 || span.pid() == chunk.machine().pid) {
          long overlap =
              Math.min(span.end(), chunk.endNanos()) - Math.max(span.start(), chunk.startNanos());
          twice += Math.max(0, Math.min(overlap, chunk.nanos()));
        }
      }
      twice = Math.min(twice, chunk.nanos());
    } else {
      jdk.add(new Span(chunk.machine().pid, chunk.startNanos(), chunk.endNanos()));
    }
    nanos += chunk.nanos() - twice;
    return twice > 0;
  }

  /** Time covered, in nanoseconds. */
  long nanos() {
    return nanos;
  }
}

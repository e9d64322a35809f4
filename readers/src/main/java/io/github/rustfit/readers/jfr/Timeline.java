package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.input.Window.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which chunk covers which time of which JVM, so that a window can be cut from each. */
final class Timeline {

  /** One chunk: of which run, from when to when, and when its JVM started. */
  private record Part(String id, int run, long from, long to, long jvmStart) {}

  private final StartUpHistory startUp = new StartUpHistory();
  private final List<Part> parts = new ArrayList<>();

  /**
   * Adds the next chunk; see {@link StartUpHistory#add}.
   *
   * @param again whether it covers the same time of the same run as chunks before it
   */
  void add(ChunkSummary chunk, boolean continues, boolean again) {
    if (!again) {
      startUp.add(chunk.machine(), continues, chunk.startNanos());
    }
    parts.add(
        new Part(chunk.id(), startUp.run(), chunk.startNanos(), chunk.endNanos(), startUp.start()));
  }

  /** When compiling died down. */
  StartUpHistory startUp() {
    return startUp;
  }

  /**
   * For each chunk the time in nanoseconds since 1970 that a window has of it; of those chunks that
   * it has something of.
   */
  Map<String, Span> spans(Window window) {
    Map<String, Span> spans = new HashMap<>();
    for (Part part : parts) {
      Span span = window.startUp(startUp.after(part.run())).of(part.jvmStart());
      if (span.meets(part.from(), Math.max(part.from() + 1, part.to()))) {
        spans.put(part.id(), span);
      }
    }
    return spans;
  }
}

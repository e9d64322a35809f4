package io.github.rustfit.readers.jfr.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits of virtual threads that kept their carriers. The JDK writes such a wait twice: as what it
 * is, a park or a monitor that was taken, and as {@code jdk.VirtualThreadPinned}. It counts once,
 * as pinned, since that event says why.
 */
final class PinnedWaits {

  private record Span(long begin, long end) {}

  private record Wait(
      Source source, long stack, long detail, long thread, long begin, long amount) {}

  private final Map<Long, List<Span>> pinned = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();

  /** Notes that a thread was pinned from this time on for so many nanoseconds. */
  void pinned(long thread, long begin, long nanos) {
    pinned
        .computeIfAbsent(thread, key -> new ArrayList<>())
        .add(new Span(begin, Math.addExact(begin, nanos)));
  }

  /** Notes a wait of a virtual thread. */
  void waited(Source source, long stack, long detail, long thread, long begin, long amount) {
    waits.add(new Wait(source, stack, detail, thread, begin, amount));
  }

  /** Adds the waits that are not pinned ones as well. */
  void addTo(Samples samples) {
    for (Wait wait : waits) {
      long middle = wait.begin() + wait.amount() / 2;
      boolean counted =
          pinned.getOrDefault(wait.thread(), List.of()).stream()
              .anyMatch(span -> span.begin() <= middle && middle <= span.end());
      if (!counted) {
        samples.add(wait.source(), wait.stack(), wait.detail(), 0, wait.amount());
      }
    }
    waits.clear();
  }
}

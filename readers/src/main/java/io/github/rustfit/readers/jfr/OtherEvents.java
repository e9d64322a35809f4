package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.SampleKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Samples that are neither of time nor of allocation: waiting, live objects, exceptions, malloc.
 */
final class OtherEvents {

  /** Place of the class among the members of the events that name one. */
  private static final int TYPE = 2;

  /** Events that last, each with the duration it has. */
  private static final Map<EventKind, Source> WAITS =
      new EnumMap<>(
          Map.of(
              EventKind.MONITOR,
              Source.LOCK,
              EventKind.PARK,
              Source.PARK,
              EventKind.PINNED,
              Source.PINNED,
              EventKind.SOCKET_READ,
              Source.SOCKET,
              EventKind.SOCKET_WRITE,
              Source.SOCKET,
              EventKind.FILE_READ,
              Source.FILE,
              EventKind.FILE_WRITE,
              Source.FILE));

  private OtherEvents() {}

  /** Counts a thread that waited. */
  static void waited(EventKind kind, EventType event, Samples samples) {
    Source source = Objects.requireNonNull(WAITS.get(kind));
    long nanos = ChunkEvents.within(event.lasted(1), 0, ChunkHeader.LONGEST_NANOS);
    samples.weigh(source, event.number(0), type(kind, event), nanos);
  }

  /** Counts an object, or a piece of native memory. */
  static void sized(Source source, EventKind kind, EventType event, Samples samples) {
    long bytes = ChunkEvents.within(event.number(1), 0, ChunkEvents.MOST_BYTES);
    samples.weigh(source, event.number(0), type(kind, event), bytes);
  }

  private static long type(EventKind kind, EventType event) {
    return kind.members().size() > TYPE ? event.number(TYPE) : 0;
  }

  /** The sources that were certainly enabled. */
  static Set<Source> enabled(Settings settings) {
    Set<Source> enabled = EnumSet.noneOf(Source.class);
    WAITS.forEach(
        (kind, source) -> {
          if (settings.enabled(kind.event())) {
            enabled.add(source);
          }
        });
    if (settings.enabled(EventKind.OLD_OBJECT.event())
        || settings.value(Sampling.IN_NEW_TLAB, "live").equals("true")) {
      enabled.add(Source.LIVE);
    }
    if (settings.enabled(EventKind.THROW.event())) {
      enabled.add(Source.EXCEPTION);
    }
    if (settings.has(EventKind.MALLOC.event(), "nativemem")) {
      enabled.add(Source.NATIVE_MEMORY);
    }
    return enabled;
  }

  /**
   * The shortest duration in nanoseconds that was recorded, the larger one of two events of a kind;
   * 0 when the setting says that all were. async-profiler calls it {@code lock}.
   */
  static Map<SampleKind, Long> thresholds(Settings settings) {
    String monitor = EventKind.MONITOR.event();
    Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);
    WAITS.forEach(
        (kind, source) -> {
          if (settings.enabled(kind.event())) {
            if (settings.has(kind.event(), "threshold")) {
              long nanos = settings.nanos(kind.event(), "threshold", 0);
              thresholds.merge(source.kind(), nanos, Math::max);
            } else if (settings.has(monitor, "lock")) {
              thresholds.merge(source.kind(), settings.nanos(monitor, "lock", 0), Math::max);
            }
          }
        });
    return thresholds;
  }
}

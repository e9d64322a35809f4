package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.EventType.Wanted;
import io.github.rustfit.rules.evidence.SampleKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Samples that are neither of time nor of allocation: waiting, live objects, exceptions, malloc.
 */
final class OtherEvents {

  private static final String MONITOR = "jdk.JavaMonitorEnter";
  private static final String PARK = "jdk.ThreadPark";
  private static final String OLD_OBJECT = "jdk.OldObjectSample";
  private static final String LIVE_OBJECT = "profiler.LiveObject";
  private static final String THROW = "jdk.JavaExceptionThrow";
  private static final String MALLOC = "profiler.Malloc";

  /** Events that last, each with the duration it has. */
  private static final Map<String, Source> WAITS =
      Map.of(
          MONITOR,
          Source.LOCK,
          PARK,
          Source.PARK,
          "jdk.VirtualThreadPinned",
          Source.PINNED,
          "jdk.SocketRead",
          Source.SOCKET,
          "jdk.SocketWrite",
          Source.SOCKET,
          "jdk.FileRead",
          Source.FILE,
          "jdk.FileWrite",
          Source.FILE);

  /** The class that a thread waits for, in those that name one. */
  private static final Map<String, String> WAITED_FOR =
      Map.of(MONITOR, "monitorClass", PARK, "parkedClass");

  private OtherEvents() {}

  /** What to decode, and how to count it. */
  static Map<String, Wanted> wanted(Samples samples) {
    Map<String, Wanted> wanted = new HashMap<>();
    WAITS.forEach(
        (event, source) ->
            want(
                wanted,
                event,
                wait ->
                    samples.weigh(
                        source,
                        wait.number(0),
                        wait.number(2),
                        ChunkEvents.within(wait.lasted(1), 0, ChunkHeader.LONGEST_NANOS)),
                "stackTrace",
                "duration",
                WAITED_FOR.getOrDefault(event, "")));
    wantSize(wanted, samples, OLD_OBJECT, Source.LIVE, "objectSize", "");
    wantSize(wanted, samples, LIVE_OBJECT, Source.LIVE, "allocationSize", "objectClass");
    wantSize(wanted, samples, MALLOC, Source.NATIVE_MEMORY, "size", "");
    want(
        wanted,
        THROW,
        thrown -> samples.weigh(Source.EXCEPTION, thrown.number(0), thrown.number(1), 1),
        "stackTrace",
        "thrownClass");
    return wanted;
  }

  private static void wantSize(
      Map<String, Wanted> wanted,
      Samples samples,
      String event,
      Source source,
      String size,
      String type) {
    want(
        wanted,
        event,
        sample ->
            samples.weigh(
                source,
                sample.number(0),
                sample.number(2),
                ChunkEvents.within(sample.number(1), 0, ChunkEvents.MOST_BYTES)),
        "stackTrace",
        size,
        type);
  }

  private static void want(
      Map<String, Wanted> wanted, String event, Consumer<EventType> action, String... members) {
    wanted.put(event, new Wanted(event, List.of(members), action));
  }

  /** The sources that were certainly enabled. */
  static Set<Source> enabled(Settings settings) {
    Set<Source> enabled = EnumSet.noneOf(Source.class);
    WAITS.forEach(
        (event, source) -> {
          if (settings.enabled(event)) {
            enabled.add(source);
          }
        });
    if (settings.enabled(OLD_OBJECT)
        || settings.value(Sampling.IN_NEW_TLAB, "live").equals("true")) {
      enabled.add(Source.LIVE);
    }
    if (settings.enabled(THROW)) {
      enabled.add(Source.EXCEPTION);
    }
    if (settings.has(MALLOC, "nativemem")) {
      enabled.add(Source.NATIVE_MEMORY);
    }
    return enabled;
  }

  /**
   * The shortest duration in nanoseconds that was recorded, the larger one of two events of a kind;
   * 0 when the setting says that all were. async-profiler calls it {@code lock}.
   */
  static Map<SampleKind, Long> thresholds(Settings settings) {
    Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);
    WAITS.forEach(
        (event, source) -> {
          if (settings.enabled(event)) {
            if (settings.has(event, "threshold")) {
              long nanos = settings.nanos(event, "threshold", 0);
              thresholds.merge(source.kind(), nanos, Math::max);
            } else if (settings.has(MONITOR, "lock")) {
              thresholds.merge(source.kind(), settings.nanos(MONITOR, "lock", 0), Math::max);
            }
          }
        });
    return thresholds;
  }
}

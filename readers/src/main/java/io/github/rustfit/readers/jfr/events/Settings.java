package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.format.Metadata;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import one.jfr.Dictionary;

/** The settings a chunk was recorded with: {@code jdk.ActiveSetting}, kept for each event type. */
final class Settings {

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L,
          "", 1L);

  /** Recordings hold the settings of some hundred events, over and over. */
  private static final Set<String> OF_INTEREST =
      Stream.concat(
              Stream.of(Sampling.ASYNC_PROFILER),
              Arrays.stream(EventKind.values()).map(EventKind::event))
          .collect(Collectors.toUnmodifiableSet());

  private final Dictionary<String> events = new Dictionary<>();
  private final Map<String, Map<String, String>> byEvent = new HashMap<>();

  Settings(Metadata metadata) {
    for (Metadata.Type type : metadata.types()) {
      if (OF_INTEREST.contains(type.name())) {
        events.put(type.id(), type.name());
      }
    }
  }

  /** Whether settings of the event type with this number are kept. */
  boolean wants(long eventId) {
    return events.get(eventId) != null;
  }

  /** Adds a setting of the event type with this number; one recording's enabling is enough. */
  void add(long eventId, String name, String value) {
    String event = events.get(eventId);
    if (event != null) {
      byEvent
          .computeIfAbsent(event, key -> new HashMap<>())
          .merge(name, value, (a, b) -> name.equals("enabled") && a.equals("true") ? a : b);
    }
  }

  /** A setting's value; empty when it was not recorded. */
  String value(String event, String name) {
    return byEvent.getOrDefault(event, Map.of()).getOrDefault(name, "");
  }

  boolean has(String event, String name) {
    return byEvent.getOrDefault(event, Map.of()).containsKey(name);
  }

  /** Whether the event was certainly enabled. */
  boolean enabled(String event) {
    return value(event, "enabled").equals("true");
  }

  /**
   * A setting that is a time, e.g. {@code 20 ms} or, by async-profiler, nanoseconds.
   *
   * @return nanoseconds; {@code otherwise} when it is missing, 0, or no time ({@code endChunk},
   *     {@code 500/s})
   */
  long nanos(String event, String name, long otherwise) {
    String value = value(event, name).strip();
    int digits = 0;
    while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
      digits++;
    }
    Long unit = UNITS.get(value.substring(digits).strip());
    if (unit == null || digits == 0 || digits > 12) {
      return otherwise;
    }
    long number = Long.parseLong(value.substring(0, digits));
    return number > 0 && number <= ChunkHeader.LONGEST_NANOS / unit ? number * unit : otherwise;
  }
}

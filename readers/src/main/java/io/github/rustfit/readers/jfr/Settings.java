package io.github.rustfit.readers.jfr;

import java.util.HashMap;
import java.util.Map;

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

  private final Metadata metadata;
  private final Map<String, Map<String, String>> byEvent = new HashMap<>();

  Settings(Metadata metadata) {
    this.metadata = metadata;
  }

  /** Adds a setting of the event type with this number; one recording's enabling is enough. */
  void add(long eventId, String name, String value) {
    Metadata.Type event = metadata.type(eventId);
    if (event != null) {
      byEvent
          .computeIfAbsent(event.name(), key -> new HashMap<>())
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

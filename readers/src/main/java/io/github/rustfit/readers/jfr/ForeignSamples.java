package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.EventKind;
import io.github.rustfit.readers.jfr.format.Metadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts samples of other producers than the JDK and async-profiler that are not understood: events
 * that are called {@code …Sample}. A program's own events, which it may have any number of, are
 * none. Not thread-safe.
 */
final class ForeignSamples {

  private static final int MOST_NAMES = 16;
  private static final int LONGEST_NAME = 200;

  private static final Set<String> UNDERSTOOD =
      Stream.of(EventKind.values()).map(EventKind::event).collect(Collectors.toUnmodifiableSet());

  private final Map<Long, String> names = new HashMap<>();
  private final SortedMap<String, Long> counts = new TreeMap<>();

  /** Counts events of these types. */
  ForeignSamples(Iterable<Metadata.Type> types) {
    for (Metadata.Type type : types) {
      if (names.size() < MOST_NAMES && foreign(type.name())) {
        names.put(type.id(), type.name());
      }
    }
  }

  private static boolean foreign(String name) {
    return name.endsWith("Sample")
        && name.length() <= LONGEST_NAME
        && !name.startsWith("jdk.")
        && !name.startsWith("profiler.")
        && !UNDERSTOOD.contains(name);
  }

  /** Sees an event of a type that is not understood. */
  void see(long type) {
    if (!names.isEmpty()) {
      String name = names.get(type);
      if (name != null) {
        counts.merge(name, 1L, Long::sum);
      }
    }
  }

  /** How many there were by name. */
  SortedMap<String, Long> counts() {
    return counts;
  }
}

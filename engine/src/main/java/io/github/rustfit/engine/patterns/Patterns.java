package io.github.rustfit.engine.patterns;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every pattern that is looked for. */
public final class Patterns {

  private static final SortedMap<String, SourcePattern> BY_ID = byId();

  private Patterns() {}

  private static SortedMap<String, SourcePattern> byId() {
    SortedMap<String, SourcePattern> byId = new TreeMap<>();
    Stream.of(
            BoxingPatterns.ALL,
            TextPatterns.ALL,
            CollectionPatterns.ALL,
            ObjectPatterns.ALL,
            InputPatterns.ALL,
            DefectPatterns.ALL)
        .<SourcePattern>flatMap(List::stream)
        .forEach(
            pattern -> {
              if (byId.put(pattern.id(), pattern) != null) {
                throw new IllegalStateException("two patterns are called " + pattern.id());
              }
            });
    return Collections.unmodifiableSortedMap(byId);
  }

  /** All of them, by id. */
  public static List<SourcePattern> all() {
    return List.copyOf(BY_ID.values());
  }

  /** The pattern with that id; empty for one that a newer version found. */
  public static Optional<SourcePattern> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}

package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The samples that application code owns, by the line that owns them: of every kind. */
public final class LineSamples {

  /**
   * Equal samples at a line; two of them are the same only if they are the same object.
   *
   * @param place the method and line that own them
   * @param key what was sampled
   * @param depth index of the owning frame in the stack: the frames before it are what it called
   * @param weight how much
   */
  public record Sample(Place place, SampleKey key, int depth, Weight weight) {}

  private record Method(String file, String className, String name, SampleKind kind) {}

  private final Map<String, NavigableMap<Integer, List<Sample>>> byLine = new HashMap<>();
  private final Map<Method, Weight> byMethod = new HashMap<>();

  void add(Place place, SampleKey key, int depth, Weight weight) {
    if (!place.resolved()) {
      return;
    }
    Method method = new Method(place.file(), place.className(), place.method(), key.kind());
    byMethod.merge(method, weight, Weight::merge);
    if (place.line() > 0) {
      byLine
          .computeIfAbsent(place.file(), file -> new TreeMap<>())
          .computeIfAbsent(place.line(), line -> new ArrayList<>())
          .add(new Sample(place, key, depth, weight));
    }
  }

  /** The samples owned by these lines of the file; in no particular order. */
  public List<Sample> within(String file, int firstLine, int lastLine) {
    @Nullable NavigableMap<Integer, List<Sample>> lines = byLine.get(file);
    if (lines == null) {
      return List.of();
    }
    return lines.subMap(firstLine, true, lastLine, true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** What a method owns of a kind, overloads together as in the list of hot methods. */
  public Weight ofMethod(String file, String className, String method, SampleKind kind) {
    return byMethod.getOrDefault(new Method(file, className, method, kind), Weight.ZERO);
  }
}

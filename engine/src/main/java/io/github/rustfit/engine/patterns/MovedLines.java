package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether hot lines have moved since they were recorded. An edit above them shifts all lines below
 * it alike: samples then show patterns as many lines away from where the source has them.
 */
public final class MovedLines {

  /** Fewest patterns that must have moved alike; one may be a coincidence. */
  private static final int FEWEST = 2;

  private MovedLines() {}

  /** Where the lines of a file seem to have moved, as a clause; empty where none does. */
  public static Optional<String> of(RuleContext context) {
    List<HotLine> lines = HotLines.of(context);
    for (SourceFile file : context.sources()) {
      List<HotLine> unconfirmed =
          lines.stream().filter(line -> line.file() == file && !line.confirmed()).toList();
      if (unconfirmed.size() < FEWEST) {
        continue;
      }
      Map<Integer, List<HotLine>> byShift = new TreeMap<>();
      for (HotLine line : unconfirmed) {
        elsewhere(context, line)
            .forEach(
                at ->
                    byShift
                        .computeIfAbsent(line.match().firstLine() - at, s -> new ArrayList<>())
                        .add(line));
      }
      for (Map.Entry<Integer, List<HotLine>> shift : byShift.entrySet()) {
        long patterns =
            shift.getValue().stream().map(line -> line.pattern().id()).distinct().count();
        if (shift.getKey() != 0 && patterns >= FEWEST) {
          return Optional.of(
              "lines of "
                  + file.path()
                  + " seem to have moved by "
                  + shift.getKey()
                  + " since it was recorded");
        }
      }
    }
    return Optional.empty();
  }

  /** Lines of the same method at which enough samples show the pattern. */
  private static List<Integer> elsewhere(RuleContext context, HotLine line) {
    Map<Integer, Long> byLine = new TreeMap<>();
    for (LineSamples.Sample sample :
        context.attribution().lines().within(line.file().path(), 1, Integer.MAX_VALUE)) {
      if (sample.place().method().equals(line.match().method())
          && sample.place().className().equals(line.match().className())
          && line.pattern().witness().sees(line.match(), sample.key(), sample.depth())) {
        byLine.merge(sample.place().line(), sample.weight().samples(), Long::sum);
      }
    }
    return byLine.entrySet().stream()
        .filter(one -> one.getValue() >= HotLines.WITNESSES.value())
        .map(Map.Entry::getKey)
        .toList();
  }
}

package io.github.rustfit.engine.trend;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What builds of a history were measured with differs in. */
final class UnlikeBuilds {

  private static final String UNKNOWN = "unknown";

  /** Recordings whose lengths differ by more than this factor are hardly of one load. */
  private static final double LENGTHS = 2;

  private UnlikeBuilds() {}

  /** What two builds differ in. */
  static List<String> differences(RecordedBuild before, RecordedBuild after) {
    Map<String, SortedSet<String>> then = before.setup().facts();
    Map<String, SortedSet<String>> now = after.setup().facts();
    SortedSet<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String from = value(then, name);
      String to = value(now, name);
      if (!from.equals(to)) {
        differences.add(name + " " + from + " → " + to);
      }
    }
    return differences;
  }

  private static String value(Map<String, SortedSet<String>> facts, String name) {
    SortedSet<String> values = facts.getOrDefault(name, Collections.emptySortedSet());
    return values.isEmpty() ? UNKNOWN : String.join(" and ", values);
  }

  /** One problem for each thing that builds differ in. */
  static List<Problem> problems(List<RecordedBuild> builds) {
    SortedSet<String> names = new TreeSet<>();
    builds.forEach(one -> names.addAll(one.setup().facts().keySet()));
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      Map<String, Integer> counts = new TreeMap<>();
      builds.forEach(one -> counts.merge(value(one.setup().facts(), name), 1, Integer::sum));
      if (counts.size() > 1) {
        problems.add(unlike(name, counts));
      }
    }
    lengths(builds, problems);
    programs(builds, problems);
    return problems;
  }

  private static Problem unlike(String name, Map<String, Integer> counts) {
    List<String> told =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(4)
            .map(one -> one.getKey() + " in " + one.getValue())
            .toList();
    return new Problem(
        "",
        0,
        "The builds were not all measured with the same "
            + name
            + ": "
            + String.join(", ", told)
            + (counts.size() > told.size() ? " and others" : "")
            + ". Figures may differ for that alone.",
        "Keep one history for each program, load and kind of machine (rustfit.runHistory). Where it"
            + " changed once and for all, a shift at that place names it.");
  }

  private static void lengths(List<RecordedBuild> builds, List<Problem> problems) {
    long[] seconds =
        builds.stream()
            .mapToLong(one -> one.setup().recordedSeconds() / Math.max(1, one.runs()))
            .filter(one -> one > 0)
            .sorted()
            .toArray();
    if (seconds.length > 1 && seconds[seconds.length - 1] > LENGTHS * seconds[0]) {
      problems.add(
          new Problem(
              "",
              0,
              "The runs were recorded for "
                  + seconds[0]
                  + " to "
                  + seconds[seconds.length - 1]
                  + " seconds, so they may be of different loads, and the longer ones hold less of"
                  + " the start.",
              "Record each build under the same load for the same time, and keep a history for each"
                  + " load (rustfit.runHistory)."));
    }
  }

  /**
   * Builds without any component in common are of different programs, or everything was renamed.
   */
  private static void programs(List<RecordedBuild> builds, List<Problem> problems) {
    for (int i = 1; i < builds.size(); i++) {
      SortedSet<String> before = components(builds.get(i - 1));
      SortedSet<String> after = components(builds.get(i));
      if (!before.isEmpty() && !after.isEmpty() && Collections.disjoint(before, after)) {
        problems.add(
            new Problem(
                "",
                0,
                "Builds "
                    + i
                    + " and "
                    + (i + 1)
                    + " have no component in common: they are of different programs, or the"
                    + " components were named anew.",
                "Keep one history for each program (rustfit.runHistory); after new names begin a new"
                    + " one."));
        return;
      }
    }
  }

  private static SortedSet<String> components(RecordedBuild build) {
    SortedSet<String> names = new TreeSet<>(build.figures().keySet());
    names.remove("");
    return names;
  }
}

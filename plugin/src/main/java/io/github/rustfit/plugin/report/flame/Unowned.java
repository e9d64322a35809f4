package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.plugin.report.text.ThreadGroups;
import io.github.rustfit.rules.component.Origin;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pictures of the CPU samples that no frame of the code base called.
 *
 * @param link to their flame graph
 * @param areas where their threads begin, and in each what they are spent in; the largest first
 */
public record Unowned(FlameGraphs.Link link, List<Area> areas) {

  /** Most areas beside each other; nobody could read the names of more. */
  static final int MOST = 12;

  public Unowned {
    areas = List.copyOf(areas);
  }

  /**
   * A part of these samples.
   *
   * @param name what people call it
   * @param share of all CPU samples
   * @param parts what it consists of, which adds up to it; empty where it is not divided
   */
  public record Area(String name, double share, List<Area> parts) {

    public Area {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The areas of these samples.
   *
   * @param whole what all CPU samples stand for, above 0
   */
  static List<Area> areas(List<Map.Entry<SampleKey, Weight>> samples, long whole) {
    Map<String, Map<String, Long>> amounts = new TreeMap<>();
    for (Map.Entry<SampleKey, Weight> sample : samples) {
      Origin origin = Origin.of(sample.getKey().stack());
      amounts
          .computeIfAbsent(ThreadGroups.of(origin.entry()), group -> new TreeMap<>())
          .merge(origin.library(), sample.getValue().amount(), Long::sum);
    }
    List<Area> groups = new ArrayList<>();
    amounts.forEach(
        (group, libraries) -> {
          List<Area> parts = new ArrayList<>();
          libraries.forEach(
              (name, amount) -> parts.add(new Area(name, (double) amount / whole, List.of())));
          groups.add(new Area(group, sum(parts), largest(parts)));
        });
    return largest(groups);
  }

  /** The rest is one area, so that nothing is missing. */
  private static List<Area> largest(List<Area> areas) {
    List<Area> sorted =
        areas.stream()
            .sorted(Comparator.<Area>comparingDouble(one -> -one.share()).thenComparing(Area::name))
            .toList();
    if (sorted.size() <= MOST) {
      return sorted;
    }
    List<Area> kept = new ArrayList<>(sorted.subList(0, MOST - 1));
    List<Area> rest = sorted.subList(MOST - 1, sorted.size());
    kept.add(new Area(rest.size() + " others", sum(rest), List.of()));
    return kept;
  }

  private static double sum(List<Area> areas) {
    return areas.stream().mapToDouble(Area::share).sum();
  }
}

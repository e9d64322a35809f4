package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flame graphs of an assessment: one of all CPU time, and one of each component's CPU time and
 * of its allocation, if that is at least a hundredth of all. There are thus at most 201.
 *
 * @param graphs the pages to write to {@link #FOLDER}
 * @param whole link to the one of all CPU time; empty when there is none
 * @param links links to those of a component, by its name
 */
public record FlameGraphs(
    List<FlameGraph> graphs, Optional<Link> whole, Map<String, List<Link>> links) {

  /** No flame graph at all. */
  static final FlameGraphs NONE = new FlameGraphs(List.of(), Optional.empty(), Map.of());

  /** The folder they are in, beside the report. */
  public static final String FOLDER = "flamegraphs";

  /** Share from which on a component has a flame graph of its own. */
  private static final double LEAST_SHARE = 0.01;

  /**
   * A link from the report.
   *
   * @param file path relative to the report
   * @param text what it leads to
   */
  public record Link(String file, String text) {}

  public FlameGraphs {
    graphs = List.copyOf(graphs);
    links = Map.copyOf(links);
  }

  /** The flame graphs of this assessment of this evidence. */
  public static FlameGraphs of(Evidence evidence, Assessment assessment) {
    ProfileSummary profile = assessment.profile();
    Attribution attribution =
        Attribution.of(
            profile,
            evidence.sources(),
            Components.of(evidence.sources(), assessment.policy().components()));
    Map<Component, Samples> owned = new HashMap<>();
    Samples all = new Samples();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              all.add(key, weight);
              attribution
                  .owner(key)
                  .ifPresent(
                      one -> owned.computeIfAbsent(one, o -> new Samples()).add(key, weight));
            });
    Slugs slugs = new Slugs("");
    List<FlameGraph> graphs = new ArrayList<>();
    List<Link> whole = new ArrayList<>();
    draw(all.cpu, slugs.next("all") + "-cpu", "All CPU time", "CPU time", graphs, whole);
    Map<String, List<Link>> links = new HashMap<>();
    for (ComponentAssessment one : Canonical.of(assessment).components()) {
      String name = one.component().name();
      String slug = slugs.next(name);
      Samples own = owned.getOrDefault(one.component(), new Samples());
      List<Link> to = new ArrayList<>();
      if (large(one.cpu())) {
        draw(own.cpu, slug + "-cpu", "CPU time of " + name, "CPU time", graphs, to);
      }
      if (large(one.allocation())) {
        draw(
            own.allocation,
            slug + "-allocation",
            "Allocation by " + name,
            "allocation",
            graphs,
            to);
      }
      links.put(name, List.copyOf(to));
    }
    return new FlameGraphs(graphs, whole.stream().findFirst(), links);
  }

  private static boolean large(Share share) {
    return share.known() && share.value() >= LEAST_SHARE;
  }

  private static void draw(
      List<Map.Entry<SampleKey, Weight>> samples,
      String name,
      String title,
      String text,
      List<FlameGraph> graphs,
      List<Link> links) {
    if (!samples.isEmpty()) {
      String file = name + ".html";
      graphs.add(new FlameGraph(file, title, samples));
      links.add(new Link(FOLDER + "/" + file, text));
    }
  }

  private static final class Samples {
    final List<Map.Entry<SampleKey, Weight>> cpu = new ArrayList<>();
    final List<Map.Entry<SampleKey, Weight>> allocation = new ArrayList<>();

    void add(SampleKey key, Weight weight) {
      if (key.kind() == SampleKind.CPU) {
        cpu.add(Map.entry(key, weight));
      } else if (key.kind() == SampleKind.ALLOCATION) {
        allocation.add(Map.entry(key, weight));
      }
    }
  }
}

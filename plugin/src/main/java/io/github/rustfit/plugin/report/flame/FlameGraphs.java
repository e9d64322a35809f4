package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.Slugs;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
  public static final FlameGraphs NONE = new FlameGraphs(List.of(), Optional.empty(), Map.of());

  /** The folder they are in, beside the report. */
  public static final String FOLDER = "flamegraphs";

  /** Share from which on a component has a flame graph of its own. */
  private static final double LEAST_SHARE = 0.01;

  /**
   * A link from the report.
   *
   * @param file path relative to the report
   * @param text what it leads to
   * @param data the same graph for the report's own page, without what nobody could see, as JSON
   *     that may stand in a script element
   */
  public record Link(String file, String text, String data) {

    /** What the page calls the graph: its file's name without the extension. */
    public String id() {
      return file.substring(file.lastIndexOf('/') + 1, file.length() - ".html".length());
    }
  }

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
    Set<String> application = new TreeSet<>();
    assessment.components().forEach(one -> application.addAll(one.component().packages()));
    Drawing drawing = new Drawing(graphs, application);
    drawing.draw(all.cpu, slugs.next("all") + "-cpu", "All CPU time", "CPU time", Set.of(), whole);
    Map<String, List<Link>> links = new HashMap<>();
    for (ComponentAssessment one : Canonical.of(assessment).components()) {
      String name = one.component().name();
      String slug = slugs.next(name);
      Samples own = owned.getOrDefault(one.component(), new Samples());
      List<Link> to = new ArrayList<>();
      if (large(one.cpu())) {
        drawing.draw(
            own.cpu,
            slug + "-cpu",
            "CPU time of " + name,
            "CPU time",
            one.component().packages(),
            to);
      }
      if (large(one.allocation())) {
        drawing.draw(
            own.allocation,
            slug + "-allocation",
            "Allocation by " + name,
            "allocation",
            one.component().packages(),
            to);
      }
      links.put(name, List.copyOf(to));
    }
    return new FlameGraphs(graphs, whole.stream().findFirst(), links);
  }

  private static boolean large(Share share) {
    return share.known() && share.value() >= LEAST_SHARE;
  }

  /** Draws graphs one after the other. */
  private record Drawing(List<FlameGraph> graphs, Set<String> application) {

    void draw(
        List<Map.Entry<SampleKey, Weight>> samples,
        String name,
        String title,
        String text,
        Set<String> own,
        List<Link> links) {
      if (!samples.isEmpty()) {
        String file = name + ".html";
        graphs.add(new FlameGraph(file, title, samples));
        String unit = samples.get(0).getKey().kind().unit();
        String data = FlameData.of(title, unit, FlameTree.of(samples, own, application));
        links.add(new Link(FOLDER + "/" + file, text, data));
      }
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

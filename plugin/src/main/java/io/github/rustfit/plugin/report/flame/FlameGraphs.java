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
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
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
 * The flame graphs of an assessment: one of all CPU time, and one of each component's CPU time, of
 * its allocation, and of the CPU time that nobody owns, if that is at least a hundredth of all.
 * There are thus at most 201.
 *
 * @param graphs the pages to write to {@link #FOLDER}
 * @param whole link to the one of all CPU time; empty when there is none
 * @param links links to those of a component, by its name
 * @param unowned pictures of what no frame of the code base called; empty when that is too little
 */
public record FlameGraphs(
    List<FlameGraph> graphs,
    Optional<Link> whole,
    Map<String, List<Link>> links,
    Optional<Unowned> unowned) {

  /** No flame graph at all. */
  public static final FlameGraphs NONE =
      new FlameGraphs(List.of(), Optional.empty(), Map.of(), Optional.empty());

  /** The folder they are in, beside the report. */
  public static final String FOLDER = "flamegraphs";

  /** Share from which on a component has a flame graph of its own. */
  private static final double LEAST_SHARE = 0.01;

  /**
   * A link from the report.
   *
   * @param file path relative to the report
   * @param text what it leads to
   * @param data the same graph for the report's own page, as JSON that may stand in a script
   *     element; empty when that page does not show it
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
    ThreadSamples threads = profile.facts().threads();
    Attribution attribution =
        Attribution.of(
            profile,
            evidence.sources(),
            Components.of(evidence.sources(), assessment.policy().components()));
    Map<Component, Samples> owned = new HashMap<>();
    Samples all = new Samples();
    Samples nobodys = new Samples();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              all.add(key, weight);
              attribution
                  .owner(key)
                  .map(one -> owned.computeIfAbsent(one, o -> new Samples()))
                  .orElse(nobodys)
                  .add(key, weight);
            });
    Slugs slugs = new Slugs("");
    List<FlameGraph> graphs = new ArrayList<>();
    Set<String> application = new TreeSet<>();
    assessment.components().forEach(one -> application.addAll(one.component().packages()));
    String everything = slugs.next("all") + "-cpu.html";
    Optional<Link> whole = Optional.empty();
    if (!all.cpu.isEmpty()) {
      graphs.add(
          new FlameGraph(everything, "All CPU time", application, application, all.cpu, threads));
      whole = Optional.of(new Link(FOLDER + "/" + everything, "CPU time", ""));
    }
    Optional<Unowned> unowned = Optional.empty();
    if (large(assessment.unattributed().cpu()) && !nobodys.cpu.isEmpty()) {
      String file = slugs.next("unowned") + "-cpu.html";
      FlameGraph graph =
          new FlameGraph(
              file,
              "CPU time that no own frame called",
              application,
              application,
              nobodys.cpu,
              threads);
      graphs.add(graph);
      Link link = new Link(FOLDER + "/" + file, "CPU time", graph.embedded().data());
      unowned = Optional.of(new Unowned(link, Unowned.areas(nobodys.cpu, all.cpuAmount())));
    }
    Map<String, List<Link>> links = new HashMap<>();
    for (ComponentAssessment one : Canonical.of(assessment).components()) {
      String name = one.component().name();
      String slug = slugs.next(name);
      Samples its = owned.getOrDefault(one.component(), new Samples());
      Set<String> packages = one.component().packages();
      List<Link> to = new ArrayList<>();
      if (large(one.cpu()) && !its.cpu.isEmpty()) {
        String file = slug + "-cpu.html";
        FlameGraph graph =
            new FlameGraph(file, "CPU time of " + name, packages, application, its.cpu, threads);
        graphs.add(graph);
        to.add(new Link(FOLDER + "/" + file, "CPU time", graph.embedded().data()));
      }
      if (large(one.allocation()) && !its.allocation.isEmpty()) {
        String file = slug + "-allocation.html";
        FlameGraph graph =
            new FlameGraph(
                file,
                "Allocation by " + name,
                packages,
                application,
                its.allocation,
                ThreadSamples.EMPTY);
        graphs.add(graph);
        to.add(new Link(FOLDER + "/" + file, "allocation", graph.embedded().data()));
      }
      links.put(name, List.copyOf(to));
    }
    return new FlameGraphs(graphs, whole, links, unowned);
  }

  private static boolean large(Share share) {
    return share.known() && share.value() >= LEAST_SHARE;
  }

  private static final class Samples {
    final List<Map.Entry<SampleKey, Weight>> cpu = new ArrayList<>();
    final List<Map.Entry<SampleKey, Weight>> allocation = new ArrayList<>();

    long cpuAmount() {
      return cpu.stream().mapToLong(sample -> sample.getValue().amount()).sum();
    }

    void add(SampleKey key, Weight weight) {
      if (key.kind() == SampleKind.CPU) {
        cpu.add(Map.entry(key, weight));
      } else if (key.kind() == SampleKind.ALLOCATION) {
        allocation.add(Map.entry(key, weight));
      }
    }
  }
}

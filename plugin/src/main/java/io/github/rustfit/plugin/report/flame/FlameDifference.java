package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.compare.Side;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A flame graph of two sides, or why there is none. Both sides' samples are shares of all samples
 * of their side, so that more load or a longer recording is no change.
 *
 * @param kind what the samples stand for
 * @param title what it shows
 * @param data for the page's script, as {@link FlameGraph.Drawing#data}; empty where there is no
 *     graph
 * @param sentences how much is drawn and what is not; where there is no graph, why
 */
public record FlameDifference(SampleKind kind, String title, String data, List<String> sentences) {

  private static final FlameTree.Bounds BOUNDS = FlameTree.Bounds.EMBEDDED;

  public FlameDifference {
    sentences = List.copyOf(sentences);
  }

  /** Whether there is a graph. */
  public boolean drawn() {
    return !data.isEmpty();
  }

  /** What the page calls it. */
  public String id() {
    return "difference-" + Show.id(kind);
  }

  /** Those of CPU time and of allocation; of what neither side has, only that of CPU time. */
  public static List<FlameDifference> of(Side before, Side after) {
    List<FlameDifference> all = new ArrayList<>();
    for (SampleKind kind : List.of(SampleKind.CPU, SampleKind.ALLOCATION)) {
      if (kind == SampleKind.CPU || recorded(before, kind) || recorded(after, kind)) {
        all.add(of(kind, before, after));
      }
    }
    return List.copyOf(all);
  }

  private static boolean recorded(Side side, SampleKind kind) {
    return side.assessment().profile().recorded(kind);
  }

  private static FlameDifference of(SampleKind kind, Side before, Side after) {
    Set<String> packages = new TreeSet<>();
    for (Assessment one : List.of(before.assessment(), after.assessment())) {
      one.components().forEach(component -> packages.addAll(component.component().packages()));
    }
    return of(kind, samples(before, kind), samples(after, kind), packages);
  }

  /**
   * The graph of these samples of one kind.
   *
   * @param packages packages of all components of either side
   */
  static FlameDifference of(
      SampleKind kind,
      List<Map.Entry<SampleKey, Weight>> before,
      List<Map.Entry<SampleKey, Weight>> after,
      Set<String> packages) {
    String title = kind == SampleKind.CPU ? "CPU time" : "Allocation";
    List<String> missing = new ArrayList<>();
    if (!stacks(before)) {
      missing.add("before");
    }
    if (!stacks(after)) {
      missing.add("after");
    }
    if (!missing.isEmpty()) {
      String why =
          (missing.size() == 2 ? "Neither side has" : "The side " + missing.get(0) + " has no")
              + " stacks of "
              + (kind == SampleKind.CPU ? "CPU" : "allocation")
              + " samples, so that there is nothing to lay over each other.";
      return new FlameDifference(kind, title, "", List.of(why));
    }
    FlameTree tree = FlameTree.ofSides(before, after, packages, BOUNDS);
    String data =
        FlameData.ofSides(title, effectiveSamples(before), effectiveSamples(after), tree.root());
    return new FlameDifference(kind, title, data, bounds(tree));
  }

  private static List<Map.Entry<SampleKey, Weight>> samples(Side side, SampleKind kind) {
    return side.assessment().profile().samples().entrySet().stream()
        .filter(sample -> sample.getKey().kind() == kind)
        .toList();
  }

  /** Whether there is any stack that stands for something. */
  private static boolean stacks(List<Map.Entry<SampleKey, Weight>> samples) {
    return samples.stream()
        .anyMatch(sample -> !sample.getKey().stack().isEmpty() && sample.getValue().amount() > 0);
  }

  private static long effectiveSamples(List<Map.Entry<SampleKey, Weight>> samples) {
    Weight sum = Weight.ZERO;
    for (Map.Entry<SampleKey, Weight> sample : samples) {
      sum = sum.merge(sample.getValue());
    }
    return sum.effectiveSamples();
  }

  private static List<String> bounds(FlameTree tree) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Show.plural(tree.drawn(), "frame") + " drawn.");
    if (tree.leftOut() > 0) {
      sentences.add(
          Show.plural(tree.leftOut(), "frame")
              + " not drawn, for being narrower than "
              + BOUNDS.narrowest() * 100
              + " % of both sides or not among the "
              + Show.count(BOUNDS.most())
              + " widest.");
    }
    if (tree.stacksCut() > 0) {
      sentences.add(
          Show.plural(tree.stacksCut(), "stack")
              + " cut "
              + Show.count(BOUNDS.deepest())
              + " calls above the root.");
    }
    if (sentences.size() > 1) {
      sentences.add("What is not drawn is in the shares of its callers.");
    }
    return sentences;
  }
}

package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.plugin.report.flame.FlameDifference;
import io.github.rustfit.plugin.report.html.FlameCanvas;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.output.Asset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page shows.
 *
 * @param project name of the project
 * @param comparison what changed
 * @param graphs flame graphs of both sides, or why there are none
 * @param style the style sheet
 * @param script what draws them; empty where there is nothing to draw
 */
record ComparePage(
    String project,
    Comparison comparison,
    List<FlameDifference> graphs,
    Asset style,
    Optional<Asset> script) {

  ComparePage {
    graphs = List.copyOf(graphs);
  }

  /** Components that are shown; beyond, a page is no help. */
  static final int MOST = 100;

  /** Decades of a ratio that the picture shows on either side of 1. */
  private static final double DECADES = 2;

  static ComparePage of(String project, Comparison comparison, List<FlameDifference> graphs) {
    Optional<Asset> script =
        graphs.stream().anyMatch(FlameDifference::drawn)
            ? Optional.of(Asset.join(HtmlReport.class, "theme.js", "flame.js"))
            : Optional.empty();
    return new ComparePage(
        project, comparison, graphs, Asset.read(HtmlReport.class, "report.css"), script);
  }

  /** This style and this script, and nothing from anywhere else. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src "
        + style.csp()
        + script.map(one -> "; script-src " + one.csp()).orElse("")
        + "; base-uri 'none'; form-action 'none'";
  }

  /** Where a graph is drawn, with what steers it, as HTML. */
  String canvas(FlameDifference graph) {
    return FlameCanvas.ofDifference(graph.title() + " before and after");
  }

  List<ComponentComparison> changed() {
    return comparison.components().stream().filter(ComponentComparison::shown).limit(MOST).toList();
  }

  /** How many components are not shown, because nothing of them changed or they are too many. */
  int others() {
    return comparison.components().size() - changed().size();
  }

  /** The changes that are counted at the top. */
  List<Change> tiles() {
    return Stream.of(Change.values())
        .filter(change -> change != Change.UNTESTED || count(change) > 0)
        .toList();
  }

  /** What is said where no component is shown. */
  String nothing() {
    return comparison.statements() > 0
        ? "Nothing changed of any component beyond noise"
        : "No component differs by more than the noise within the runs";
  }

  /** What is said of the others. */
  String nothingOfThem() {
    return comparison.statements() > 0
        ? "nothing of them changed beyond noise"
        : "nothing of them differs by more than the noise within the runs";
  }

  int count(Change change) {
    return comparison.figures(change).size();
  }

  /** The colours of a change, which its text says too. */
  static String colours(Change change) {
    return switch (change) {
      case BETTER -> "passed";
      case WORSE -> "failed";
      case MOVED -> "review-for-rust";
      case UNCHANGED, UNTESTED, UNKNOWN -> "not-enough-evidence";
    };
  }

  /** Where a change lies in the picture, 0..100 with no change in the middle. */
  static double at(Effect.Kind kind, double value) {
    double offset = kind == Effect.Kind.RATIO ? StrictMath.log10(value) / DECADES : value;
    return 50 + 50 * Math.max(-1, Math.min(1, offset));
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}

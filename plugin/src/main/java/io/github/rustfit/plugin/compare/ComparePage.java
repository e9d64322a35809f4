package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.output.Asset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the page shows.
 *
 * @param project name of the project
 * @param comparison what changed
 * @param style the style sheet
 */
record ComparePage(String project, Comparison comparison, Asset style) {

  /** Components that are shown; beyond, a page is no help. */
  static final int MOST = 100;

  /** Decades of a ratio that the picture shows on either side of 1. */
  private static final double DECADES = 2;

  static ComparePage of(String project, Comparison comparison) {
    return new ComparePage(project, comparison, Asset.read(HtmlReport.class, "report.css"));
  }

  /** Nothing is loaded and nothing is run. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src " + style.csp();
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

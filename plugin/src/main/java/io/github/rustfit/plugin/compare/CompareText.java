package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.ComparedMetric;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.engine.compare.Judgement;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Format and sentences of a comparison as people read them. */
final class CompareText {

  private CompareText() {}

  /** One thing that the two sides were measured with. */
  record Row(String what, String before, String after) {}

  /** A value in its unit. */
  static String value(ComparedMetric measure, OptionalDouble value) {
    if (value.isEmpty()) {
      return Show.UNKNOWN;
    }
    double one = value.getAsDouble();
    return switch (measure.unit()) {
      case SHARE -> one > 0 && one < 0.001 ? "< 0.1 %" : Format.percent(one);
      case CORES -> String.format(Locale.ROOT, "%.4f s/s", one);
      case BYTES_PER_SECOND -> Format.bytes(one) + "/s";
      case PER_MINUTE, PER_HOUR -> String.format(Locale.ROOT, "%,.1f", one);
      case NANOS -> Format.millis((long) one);
    };
  }

  static String before(MetricComparison figure) {
    return value(figure.measure(), figure.before());
  }

  static String after(MetricComparison figure) {
    return value(figure.measure(), figure.after());
  }

  /**
   * The change with its interval, e.g. {@code 1.50× (1.20×–1.80×)}; where it is that of the noise
   * within single runs, that is said.
   */
  static String effect(MetricComparison figure) {
    return figure
        .effect()
        .map(
            effect ->
                effect(effect) + (figure.change() == Change.UNTESTED ? " within the runs" : ""))
        .orElse("");
  }

  private static String effect(Effect effect) {
    return switch (effect.kind()) {
      case RATIO ->
          factor(effect.value()) + " (" + factor(effect.low()) + "–" + factor(effect.high()) + ")";
      case DIFFERENCE ->
          String.format(
              Locale.ROOT,
              "%+.1f points (%+.1f to %+.1f)",
              effect.value() * 100,
              effect.low() * 100,
              effect.high() * 100);
    };
  }

  private static String factor(double factor) {
    if (factor == 0) {
      return "0×";
    }
    return Double.isInfinite(factor)
        ? "∞"
        : String.format(Locale.ROOT, factor < 0.1 ? "%.4f×" : "%,.2f×", factor);
  }

  /** How many figures became what. */
  static String summary(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    for (Change change : Change.values()) {
      int count = comparison.figures(change).size();
      if (count > 0 || change != Change.UNTESTED) {
        parts.add(Show.count(count) + " " + change.title());
      }
    }
    return "Of the figures of the process and of "
        + Show.plural(comparison.components().size(), "component")
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  /** What "beyond noise" means here. */
  static String level(Comparison comparison) {
    if (comparison.statements() == 0) {
      return "No figure was tested, which takes two runs on each side at least: the intervals, of"
          + " 95 % each, are those of the noise within the runs and say nothing of how much runs"
          + " of an unchanged program differ.";
    }
    return String.format(
        Locale.ROOT,
        "%s from run to run (Welch); each interval has the confidence %.4f %%, so that all of them"
            + " together hold %s %% (Bonferroni) and at most one such comparison in %d calls"
            + " anything worse that is not. A figure counts as changed when its interval excludes"
            + " that and it differs by more than %s.",
        Show.plural(comparison.statements(), "figure") + " tested",
        comparison.level() * 100,
        Format.number((1 - Margin.FAMILY_ERROR) * 100),
        Math.round(2 / Margin.FAMILY_ERROR),
        Format.percent(comparison.margin().tolerance()));
  }

  /** What is taken for granted about the load. */
  static String load(Comparison comparison) {
    double ratio = comparison.margin().loadRatio();
    return ratio == 1
        ? "Rates are per second of recorded time and assume that the load per second was the same"
            + " on both sides; rustfit.loadRatio declares another."
        : "Declared: the load after was "
            + Format.number(ratio)
            + " times that before; changes of what grows with the load are divided by that.";
  }

  /** The verdicts, e.g. {@code Fix or tune in Java first → Keep in Java}. */
  static String verdicts(ComponentComparison one) {
    String before = one.before().map(it -> it.verdict().title()).orElse("not there");
    String after = one.after().map(it -> it.verdict().title()).orElse("not there");
    return before.equals(after) ? after : before + " → " + after + idle(one);
  }

  /** That a verdict is lost because little is left to judge by, which is no failure of a cure. */
  private static String idle(ComponentComparison one) {
    boolean lost =
        one.before().filter(it -> it.gates().state(Gate.G0) == GateState.PASS).isPresent()
            && one.after()
                .filter(it -> it.verdict() == Verdict.NOT_ENOUGH_EVIDENCE)
                .filter(it -> it.gates().state(Gate.G0) != GateState.PASS)
                .isPresent();
    boolean less =
        one.figures().stream()
            .filter(figure -> figure.measure() == ComparedMetric.CPU_CORES)
            .anyMatch(figure -> figure.change() == Change.BETTER);
    return lost && less
        ? ": it takes less CPU beyond noise, so that too little is left to judge it by"
        : "";
  }

  /** The gates that differ, e.g. {@code G1 pass → fail}; empty when none does. */
  static String gates(ComponentComparison one) {
    List<String> changed = new ArrayList<>();
    Optional<Judgement> before = one.before();
    Optional<Judgement> after = one.after();
    if (before.isPresent() && after.isPresent()) {
      for (Gate gate : Gate.values()) {
        String from = Show.id(before.get().gates().state(gate));
        String to = Show.id(after.get().gates().state(gate));
        if (!from.equals(to)) {
          changed.add(gate + " " + from + " → " + to);
        }
      }
    }
    return String.join(", ", changed);
  }

  /** What the sides were measured with. */
  static List<Row> setup(Comparison comparison) {
    Setup a = comparison.before();
    Setup b = comparison.after();
    return List.of(
        new Row("Inputs", inputs(a), inputs(b)),
        new Row("Runs", Show.count(a.runs()), Show.count(b.runs())),
        new Row("Recorded", Show.duration(a.recordedNanos()), Show.duration(b.recordedNanos())),
        new Row("CPU samples", Show.count(a.cpuSamples()), Show.count(b.cpuSamples())),
        new Row("GC figures cover", Show.duration(a.gcNanos()), Show.duration(b.gcNanos())),
        new Row("JVM", names(a.jvmVersions()), names(b.jvmVersions())),
        new Row("Collector", names(a.collectors()), names(b.collectors())),
        new Row("Largest heap limit", heap(a), heap(b)));
  }

  private static String inputs(Setup setup) {
    return setup.inputs() + " (" + names(setup.kinds()) + ")";
  }

  private static String heap(Setup setup) {
    return setup.maxHeapBytes() > 0 ? Format.bytes(setup.maxHeapBytes()) : Show.UNKNOWN;
  }

  private static String names(Collection<String> names) {
    return names.isEmpty() ? Show.UNKNOWN : String.join(", ", names);
  }
}

package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.ComparedMetric;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.engine.compare.FindingChanges;
import io.github.rustfit.engine.compare.Judgement;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.MethodChange;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** A comparison in which no two figures are the same; see {@code EveryFigure}. */
final class EveryComparison {

  private static final long SECOND = 1_000_000_000L;

  private EveryComparison() {}

  static Comparison comparison() {
    return new Comparison(
        new Margin(0.13, 1.7),
        23,
        new Setup(
            3,
            2,
            new TreeSet<>(List.of("gc-log", "jfr")),
            907 * SECOND,
            4_801,
            757 * SECOND,
            new TreeSet<>(List.of("17.0.15+6")),
            new TreeSet<>(List.of("G1")),
            3_001L << 20),
        new Setup(
            5,
            4,
            new TreeSet<>(List.of("collapsed")),
            811 * SECOND,
            4_507,
            653 * SECOND,
            new TreeSet<>(List.of("21.0.7+6")),
            new TreeSet<>(List.of("ZGC")),
            1_501L << 20),
        process(),
        new FindingChanges(
            List.of(finding("heap-room", Level.WARNING, "", 0, "It is full.", "Enlarge it.")),
            List.of(),
            3),
        List.of(price(), edge(), basket()),
        List.of(new Problem("rustfit.yaml", 61, "They differ.", "Record again.")));
  }

  private static List<MetricComparison> process() {
    return List.of(
        ratio(ComparedMetric.PAUSES, 61.25, 73.5, Change.WORSE, 1.2, 1.05, 1.37),
        ratio(ComparedMetric.PAUSE_P50, 13e6, 11e6, Change.BETTER, 0.846, 0.79, 0.91),
        ratio(ComparedMetric.PAUSE_P99, 41e6, 43e6, Change.UNCHANGED, 1.049, 0.97, 1.13),
        ratio(ComparedMetric.PAUSE_P999, 47e6, 67e6, Change.WORSE, 1.43, 1.25, 1.61),
        new MetricComparison(
            ComparedMetric.PAUSE_MAX,
            OptionalDouble.of(59e6),
            OptionalDouble.empty(),
            Optional.empty(),
            Change.UNKNOWN),
        difference(
            ComparedMetric.PAUSE_TIME, 0.2146, 0.1913, Change.BETTER, -0.0233, -0.0311, -0.0157),
        ratio(
            ComparedMetric.FULL_COLLECTIONS,
            3.5,
            7.25,
            Change.WORSE,
            2.071,
            1.53,
            Double.POSITIVE_INFINITY),
        ratio(ComparedMetric.GC_CPU, 0.1341, 0.1571, Change.UNCHANGED, 1.172, 0.93, 1.41),
        ratio(ComparedMetric.PROCESS_CPU, 0.5546, 0.6101, Change.UNTESTED, 1.101, 1.02, 1.19));
  }

  private static ComponentComparison price() {
    return new ComponentComparison(
        "shop/price",
        judgement("PPPF?P"),
        judgement("PFPF?P"),
        List.of(
            difference(ComparedMetric.CPU_SHARE, 0.211, 0.253, Change.MOVED, 0.042, 0.031, 0.053),
            ratio(
                ComparedMetric.ALLOCATION_RATE,
                11 << 20,
                17 << 20,
                Change.WORSE,
                1.545,
                1.307,
                1.811),
            ratio(ComparedMetric.LOCK_WAIT, 0.0707, 0.0503, Change.BETTER, 0.711, 0.613, 0.823)),
        List.of(
            new MethodChange(
                "com.shop.price.Price",
                "parse",
                difference(
                    ComparedMetric.METHOD_SHARE,
                    0.1009,
                    0.1301,
                    Change.MOVED,
                    0.0292,
                    0.0181,
                    0.0402))),
        new FindingChanges(
            List.of(
                finding(
                    "copies", Level.ERROR, "shop/src/Price.java", 47, "It copies.", "Slice it.")),
            List.of(
                finding("boxing", Level.NOTE, "shop/src/Tax.java", 53, "It boxes.", "Use long.")),
            7));
  }

  private static ComponentComparison edge() {
    return new ComponentComparison(
        "shop/edge",
        Optional.empty(),
        judgement("FPPPPP"),
        List.of(
            new MetricComparison(
                ComparedMetric.CPU_SHARE,
                OptionalDouble.empty(),
                OptionalDouble.of(0.0613),
                Optional.empty(),
                Change.UNKNOWN)),
        List.of(),
        FindingChanges.NONE);
  }

  private static ComponentComparison basket() {
    return new ComponentComparison(
        "shop/basket",
        judgement("PPPF?P"),
        judgement("PPPF?P"),
        List.of(
            difference(
                ComparedMetric.CPU_SHARE, 0.0851, 0.0877, Change.UNCHANGED, 0.0026, -0.007, 0.0122),
            difference(
                ComparedMetric.ALLOCATION_SHARE,
                0.1511,
                0.1487,
                Change.UNCHANGED,
                -0.0024,
                -0.02,
                0.0151)),
        List.of(),
        FindingChanges.NONE);
  }

  private static Optional<Judgement> judgement(String gates) {
    var one = new Draft("x", "x", "", 1).gates(gates).done();
    Verdict verdict = one.verdict();
    return Optional.of(new Judgement(verdict, one.gates()));
  }

  private static MetricComparison ratio(
      ComparedMetric measure,
      double before,
      double after,
      Change change,
      double value,
      double low,
      double high) {
    return figure(measure, before, after, change, Effect.Kind.RATIO, value, low, high);
  }

  private static MetricComparison difference(
      ComparedMetric measure,
      double before,
      double after,
      Change change,
      double value,
      double low,
      double high) {
    return figure(measure, before, after, change, Effect.Kind.DIFFERENCE, value, low, high);
  }

  private static MetricComparison figure(
      ComparedMetric measure,
      double before,
      double after,
      Change change,
      Effect.Kind kind,
      double value,
      double low,
      double high) {
    return new MetricComparison(
        measure,
        OptionalDouble.of(before),
        OptionalDouble.of(after),
        Optional.of(new Effect(kind, value, low, high)),
        change);
  }

  private static Finding finding(
      String rule, Level level, String file, int line, String message, String remedy) {
    return new Finding(
        rule,
        rule + ":x",
        level,
        file,
        line,
        message,
        remedy,
        level == Level.ERROR,
        false,
        Finding.Measured.NOTHING);
  }
}

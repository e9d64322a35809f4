package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveTrend;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.policy.ServiceLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How pauses and the heap went over time, and how long pauses are by percentile. Seconds,
 * milliseconds and MiB; nothing where nothing was recorded.
 */
final class PauseData {

  /** Most runs that are offered; they are the longest ones. */
  private static final int MOST_RUNS = 12;

  /** Percentiles of the curve: what is close to 100 matters, so the steps shrink towards it. */
  private static final double[] PERCENTILES = {
    0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97.5, 99, 99.5, 99.9, 99.99, 100
  };

  private static final double MEBIBYTE = 1 << 20;

  private PauseData() {}

  static void write(Json json, Assessment assessment) throws IOException {
    GcSummary gc = assessment.gc();
    json.object(
        "pauses",
        () -> {
          json.objects("percentiles", curve(gc.pauses()), point -> point(json, point));
          Optional<ServiceLevel> level = assessment.policy().serviceLevel();
          json.decimal(
              "targetMs",
              level.isPresent(),
              level.map(ServiceLevel::targetMs).orElse(0.0),
              Json.THOUSANDTHS);
          Map<String, String> paths =
              assessment.inputs().stream()
                  .collect(Collectors.toMap(Input::sha256, Input::path, (a, b) -> a));
          json.objects("runs", runs(gc), run -> run(json, run, paths));
        });
  }

  private record Point(double percentile, double millis) {}

  private static List<Point> curve(PauseHistogram pauses) {
    List<Point> curve = new ArrayList<>();
    if (pauses.count() > 0) {
      for (double percentile : PERCENTILES) {
        long nanos =
            percentile == 100
                ? pauses.maxNanos()
                : pauses.percentileNanos(Math.max(1e-9, percentile));
        curve.add(new Point(percentile, nanos / 1e6));
      }
    }
    return curve;
  }

  private static void point(Json json, Point point) throws IOException {
    json.decimal("percentile", true, point.percentile(), Json.THOUSANDTHS);
    json.decimal("ms", true, point.millis(), Json.THOUSANDTHS);
  }

  private static List<RunHistory> runs(GcSummary gc) {
    return gc.details().runs().kept().stream()
        .filter(run -> run.pauses().count() > 0 || !run.live().isEmpty())
        .sorted(
            Comparator.comparingLong(RunHistory::nanos)
                .reversed()
                .thenComparing(Function.identity()))
        .limit(MOST_RUNS)
        .toList();
  }

  private static void run(Json json, RunHistory run, Map<String, String> paths) throws IOException {
    json.text(
        "name",
        Texts.shown(paths.getOrDefault(run.source(), "a recording"))
            + (run.number() > 1 ? ", run " + run.number() : ""));
    json.decimal("seconds", true, run.nanos() / 1e9, Json.THOUSANDTHS);
    json.decimal("heapMiB", run.maxHeapBytes() > 0, run.maxHeapBytes() / MEBIBYTE, 1);
    json.objects("points", run.pauses().points(), point -> pause(json, point));
    json.whole("notShown", run.pauses().count() - run.pauses().points().size());
    json.objects(
        "live",
        run.live().values().stream().findFirst().map(series -> series.points()).orElse(List.of()),
        point -> {
          json.decimal("s", true, point.nanos() / 1e9, Json.THOUSANDTHS);
          json.decimal("MiB", true, point.bytes() / MEBIBYTE, 1);
        });
    Optional<LiveTrend> trend = run.liveTrend();
    json.decimal(
        "growthMiBPerHour",
        trend.isPresent(),
        trend.map(LiveTrend::bytesPerSecond).orElse(0.0) * 3600 / MEBIBYTE,
        1);
  }

  private static void pause(Json json, PausePoint point) throws IOException {
    json.decimal("s", true, point.startNanos() / 1e9, Json.THOUSANDTHS);
    json.decimal("ms", true, point.nanos() / 1e6, Json.THOUSANDTHS);
    json.text("kind", Texts.shown(point.kind()));
    json.text("cause", Texts.shown(point.cause()));
    json.decimal("before", point.beforeBytes() >= 0, point.beforeBytes() / MEBIBYTE, 1);
    json.decimal("after", point.afterBytes() >= 0, point.afterBytes() / MEBIBYTE, 1);
  }
}

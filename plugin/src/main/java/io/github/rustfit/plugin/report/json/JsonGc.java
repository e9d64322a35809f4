package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The part {@code runtime.gc} of {@code report.json}. */
final class JsonGc {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MS = 1e6;
  private static final double MIB = 1 << 20;

  private JsonGc() {}

  static void write(Json json, GcSummary gc) throws IOException {
    boolean pausesKnown = gc.pausesKnown();
    boolean allocationKnown = gc.allocation().known();
    json.textOrNull("collector", String.join(", ", gc.collectors()));
    json.textOrNull("jvmVersion", String.join(", ", gc.jvmVersions()));
    boolean timeKnown = gc.known() && (gc.timed() || !pausesKnown);
    json.decimal("wallSeconds", timeKnown, gc.wallNanos() / NANOS_PER_SECOND, Json.THOUSANDTHS);
    if (pausesKnown) {
      json.object("pauses", () -> pauses(json, gc.pauses()));
    } else {
      json.unknown("pauses");
    }
    json.whole("fullCollections", gc.known(), gc.fullCollections());
    json.decimal("throughputPercent", gc.timed(), gc.throughput() * 100, Json.THOUSANDTHS);
    json.whole("allocatedBytes", allocationKnown, gc.allocation().amount());
    json.decimal(
        "allocationRateMiBPerSecond",
        allocationKnown,
        gc.allocation().perSecond() / MIB,
        Json.THOUSANDTHS);
    json.flag("allocationAtLeast", allocationKnown && gc.allocationAtLeast());
    totals(json, "causes", "cause", Show.causes(gc));
    JsonGcDetails.write(json, gc);
  }

  /** Durations by what they have in common, under this name. */
  static void totals(
      Json json, String array, String name, List<Map.Entry<String, PauseTotal>> totals)
      throws IOException {
    json.objects(
        array,
        totals,
        one -> {
          json.text(name, one.getKey());
          total(json, one.getValue());
        });
  }

  /** Number, sum and longest. */
  static void total(Json json, PauseTotal total) throws IOException {
    json.whole("count", total.count());
    millis(json, "totalMs", total.totalNanos());
    millis(json, "maxMs", total.maxNanos());
  }

  private static void pauses(Json json, PauseHistogram pauses) throws IOException {
    long count = pauses.count();
    json.whole("count", count);
    millis(json, "totalMs", pauses.totalNanos());
    for (Map.Entry<String, Long> figure : Show.pauseFigures(pauses).entrySet()) {
      json.decimal(
          figure.getKey() + "Ms", count > 0, figure.getValue() / NANOS_PER_MS, Json.THOUSANDTHS);
    }
  }

  static void millis(Json json, String name, long nanos) throws IOException {
    json.decimal(name, true, nanos / NANOS_PER_MS, Json.THOUSANDTHS);
  }
}

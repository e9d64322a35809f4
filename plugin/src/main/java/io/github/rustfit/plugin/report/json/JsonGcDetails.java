package io.github.rustfit.plugin.report.json;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveTrend;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code runtime.gc} of {@code report.json} says beyond the figures of pauses. */
final class JsonGcDetails {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MS = 1e6;
  private static final double MIB = 1 << 20;

  private JsonGcDetails() {}

  static void write(Json json, GcSummary gc) throws IOException {
    GcDetails details = gc.details();
    JsonGc.totals(json, "kinds", "kind", Show.largest(details.kinds()));
    JsonGc.totals(json, "fullCauses", "cause", Show.largest(details.incidents().fullCauses()));
    JsonGc.totals(json, "concurrent", "name", Show.largest(details.concurrent()));
    incidents(json, details.incidents());
    part(json, "safepoints", details.safepoints().known(), () -> safepoints(json, details));
    part(json, "pauseCpu", details.cpu().known(), () -> cpu(json, details.cpu()));
    part(json, "metaspace", details.metaspace().known(), () -> metaspace(json, details));
    boolean promoted = details.promotion().known();
    json.whole("promotedBytes", promoted, details.promotion().amount());
    json.decimal(
        "promotionRateMiBPerSecond",
        promoted,
        details.promotion().perSecond() / MIB,
        Json.THOUSANDTHS);
    json.objects(
        "mutatorUtilisation",
        MutatorUtilisation.WINDOWS,
        window -> utilisation(json, details.utilisation(), window));
    json.object("setup", () -> setup(json, details.setup()));
    json.whole("runCount", details.runs().count());
    json.objects("runs", details.runs().kept(), run -> run(json, run));
  }

  private static void part(Json json, String name, boolean known, Json.Body body)
      throws IOException {
    if (known) {
      json.object(name, body);
    } else {
      json.unknown(name);
    }
  }

  private static void incidents(Json json, GcIncidents incidents) throws IOException {
    json.objects(
        "incidents",
        List.of(GcIncident.values()),
        incident -> {
          json.text("incident", Show.id(incident));
          json.whole("count", incidents.of(incident).known(), incidents.of(incident).amount());
        });
    PauseTotal stalls = incidents.stalls();
    boolean stallsKnown = incidents.of(GcIncident.ALLOCATION_STALL).known();
    part(json, "allocationStalls", stallsKnown, () -> JsonGc.total(json, stalls));
    PauseTotal waits = incidents.lockerWaits();
    part(json, "lockerWaits", waits.count() > 0, () -> JsonGc.total(json, waits));
    json.whole(
        "humongousRegions",
        incidents.humongousRegions() != GcIncidents.NOT_PRINTED,
        incidents.humongousRegions());
  }

  private static void safepoints(Json json, GcDetails details) throws IOException {
    SafepointTotals safepoints = details.safepoints();
    json.whole("count", safepoints.stopped().count());
    JsonGc.millis(json, "totalMs", safepoints.stopped().totalNanos());
    JsonGc.millis(json, "maxMs", safepoints.stopped().maxNanos());
    boolean known = safepoints.reachingKnown();
    json.decimal(
        "reachingTotalMs",
        known,
        safepoints.reaching().totalNanos() / NANOS_PER_MS,
        Json.THOUSANDTHS);
    json.decimal(
        "reachingP99Ms",
        known,
        safepoints.reaching().percentileNanos(99) / NANOS_PER_MS,
        Json.THOUSANDTHS);
    json.decimal(
        "reachingMaxMs", known, safepoints.reaching().maxNanos() / NANOS_PER_MS, Json.THOUSANDTHS);
    JsonGc.totals(json, "operations", "operation", Show.largest(safepoints.operations()));
  }

  private static void cpu(Json json, GcCpuTimes cpu) throws IOException {
    json.whole("pauses", cpu.pauses());
    JsonGc.millis(json, "userMs", cpu.userNanos());
    JsonGc.millis(json, "systemMs", cpu.systemNanos());
    JsonGc.millis(json, "realMs", cpu.realNanos());
    json.whole("starved", cpu.starved());
    json.whole("systemHeavy", cpu.systemHeavy());
  }

  private static void metaspace(Json json, GcDetails details) throws IOException {
    Metaspace metaspace = details.metaspace();
    json.whole("usedBytes", metaspace.usedBytes());
    json.whole("committedBytes", metaspace.committedBytes() > 0, metaspace.committedBytes());
    json.whole("limitBytes", metaspace.limitBytes() > 0, metaspace.limitBytes());
  }

  private static void utilisation(Json json, MutatorUtilisation utilisation, long window)
      throws IOException {
    JsonGc.millis(json, "windowMs", window);
    json.decimal(
        "minimumPercent",
        utilisation.known(window),
        utilisation.minimum(window) * 100,
        Json.THOUSANDTHS);
  }

  private static void setup(Json json, GcSetup setup) throws IOException {
    whole(json, "minHeapBytes", setup.minHeapBytes());
    whole(json, "initialHeapBytes", setup.initialHeapBytes());
    whole(json, "regionBytes", setup.regionBytes());
    whole(json, "cpus", setup.cpus());
    whole(json, "memoryBytes", setup.memoryBytes());
    json.strings("flags", setup.flags());
  }

  private static void whole(Json json, String name, Collection<? extends Number> values)
      throws IOException {
    json.decimals(name, values.stream().map(Number::doubleValue).toList(), 0);
  }

  private static void run(Json json, RunHistory run) throws IOException {
    json.textOrNull("sha256", run.source());
    json.whole("number", run.number());
    json.textOrNull("collector", run.collector());
    json.decimal("wallSeconds", run.nanos() > 0, run.nanos() / NANOS_PER_SECOND, Json.THOUSANDTHS);
    json.whole("maxHeapBytes", run.maxHeapBytes() > 0, run.maxHeapBytes());
    json.objects(
        "pausesOverTime",
        run.pauses().buckets().entrySet(),
        bucket -> bucket(json, run.pauses().bucketNanos(), bucket));
    Optional<LiveTrend> trend = run.liveTrend();
    if (trend.isPresent()) {
      json.object("liveTrend", () -> trend(json, trend.get(), run.maxHeapBytes()));
    } else {
      json.unknown("liveTrend");
    }
  }

  private static void bucket(Json json, long nanos, Map.Entry<Integer, PauseTotal> bucket)
      throws IOException {
    json.decimal(
        "startSeconds",
        true,
        (double) bucket.getKey() * nanos / NANOS_PER_SECOND,
        Json.THOUSANDTHS);
    JsonGc.total(json, bucket.getValue());
  }

  private static void trend(Json json, LiveTrend trend, long maxHeapBytes) throws IOException {
    json.text("basis", Show.id(trend.basis()));
    json.whole("points", trend.points());
    json.decimal("periodSeconds", true, trend.periodNanos() / NANOS_PER_SECOND, Json.THOUSANDTHS);
    json.decimal("bytesPerSecond", true, trend.bytesPerSecond(), 0);
    json.decimal("low", true, trend.low(), 0);
    json.decimal("high", true, trend.high(), 0);
    json.flag("suspicious", trend.suspicious(maxHeapBytes));
  }
}

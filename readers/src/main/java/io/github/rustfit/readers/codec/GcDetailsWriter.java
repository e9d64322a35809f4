package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.LivePoint;
import io.github.rustfit.rules.evidence.gc.LiveSeries;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTimeline;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.io.IOException;
import java.util.Map;

/** Writes the details of a GC summary; {@link GcDetailsParser} expects exactly this order. */
final class GcDetailsWriter {
  private final JsonGenerator json;
  private final EvidenceWriter evidence;

  GcDetailsWriter(JsonGenerator json, EvidenceWriter evidence) {
    this.json = json;
    this.evidence = evidence;
  }

  void write(GcDetails details) throws IOException {
    evidence.totals("kinds", details.kinds());
    evidence.totals("concurrent", details.concurrent());
    incidents(details.incidents());
    safepoints(details.safepoints());
    cpu(details.cpu());
    metaspace(details.metaspace());
    evidence.tally("promotion", details.promotion());
    evidence.array(
        "utilisation",
        details.utilisation().worstNanos().entrySet(),
        worst -> row(worst.getKey(), worst.getValue()));
    setup(details.setup());
    json.writeNumberField("runCount", details.runs().count());
    evidence.array("runs", details.runs().kept(), this::run);
  }

  private void incidents(GcIncidents incidents) throws IOException {
    json.writeObjectFieldStart("incidents");
    for (var count : incidents.counts().entrySet()) {
      evidence.tally(count.getKey().name(), count.getValue());
    }
    json.writeEndObject();
    evidence.totals("fullCauses", incidents.fullCauses());
    json.writeArrayFieldStart("stalls");
    evidence.figures(incidents.stalls());
    json.writeEndArray();
    json.writeNumberField("humongousRegions", incidents.humongousRegions());
  }

  private void safepoints(SafepointTotals safepoints) throws IOException {
    json.writeNumberField("safepointNanos", safepoints.observedNanos());
    evidence.pauses("stopped", safepoints.stopped());
    evidence.pauses("reaching", safepoints.reaching());
    evidence.totals("operations", safepoints.operations());
  }

  private void cpu(GcCpuTimes cpu) throws IOException {
    json.writeObjectFieldStart("pauseCpu");
    json.writeNumberField("pauses", cpu.pauses());
    json.writeNumberField("userNanos", cpu.userNanos());
    json.writeNumberField("systemNanos", cpu.systemNanos());
    json.writeNumberField("realNanos", cpu.realNanos());
    json.writeNumberField("starved", cpu.starved());
    json.writeNumberField("systemHeavy", cpu.systemHeavy());
    json.writeEndObject();
  }

  private void metaspace(Metaspace metaspace) throws IOException {
    json.writeObjectFieldStart("metaspace");
    json.writeNumberField("usedBytes", metaspace.usedBytes());
    json.writeNumberField("committedBytes", metaspace.committedBytes());
    json.writeNumberField("limitBytes", metaspace.limitBytes());
    json.writeEndObject();
  }

  private void setup(GcSetup setup) throws IOException {
    json.writeObjectFieldStart("setup");
    evidence.array("minHeapBytes", setup.minHeapBytes(), json::writeNumber);
    evidence.array("initialHeapBytes", setup.initialHeapBytes(), json::writeNumber);
    evidence.array("regionBytes", setup.regionBytes(), json::writeNumber);
    evidence.array("cpus", setup.cpus(), json::writeNumber);
    evidence.array("memoryBytes", setup.memoryBytes(), json::writeNumber);
    evidence.array("flags", setup.flags(), json::writeString);
    json.writeEndObject();
  }

  private void run(RunHistory run) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", run.source());
    json.writeNumberField("number", run.number());
    json.writeStringField("collector", run.collector());
    json.writeNumberField("nanos", run.nanos());
    json.writeNumberField("maxHeapBytes", run.maxHeapBytes());
    PauseTimeline pauses = run.pauses();
    evidence.array("pauses", pauses.points(), this::pause);
    json.writeNumberField("bucketNanos", pauses.bucketNanos());
    json.writeArrayFieldStart("buckets");
    for (var bucket : pauses.buckets().entrySet()) {
      json.writeStartArray();
      json.writeNumber(bucket.getKey());
      evidence.figures(bucket.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
    evidence.array("live", run.live().entrySet(), this::live);
    json.writeEndObject();
  }

  private void pause(PausePoint pause) throws IOException {
    json.writeStartArray();
    json.writeNumber(pause.startNanos());
    json.writeNumber(pause.nanos());
    json.writeString(pause.kind());
    json.writeString(pause.cause());
    json.writeNumber(pause.beforeBytes());
    json.writeNumber(pause.afterBytes());
    json.writeNumber(pause.committedBytes());
    json.writeEndArray();
  }

  private void live(Map.Entry<LiveBasis, LiveSeries> series) throws IOException {
    json.writeStartArray();
    json.writeString(series.getKey().name());
    json.writeNumber(series.getValue().collections());
    for (LivePoint point : series.getValue().points()) {
      row(point.nanos(), point.bytes());
    }
    json.writeEndArray();
  }

  private void row(long first, long second) throws IOException {
    json.writeStartArray();
    json.writeNumber(first);
    json.writeNumber(second);
    json.writeEndArray();
  }
}

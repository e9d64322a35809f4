package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.LivePoint;
import io.github.rustfit.rules.evidence.gc.LiveSeries;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTimeline;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link GcDetailsWriter} writes. */
final class GcDetailsParser {
  private final JsonCursor json;
  private final EvidenceParser evidence;

  GcDetailsParser(JsonCursor json, EvidenceParser evidence) {
    this.json = json;
    this.evidence = evidence;
  }

  GcDetails read() throws IOException, EvidenceFormatException {
    return new GcDetails(
        evidence.totals("kinds"),
        evidence.totals("concurrent"),
        incidents(),
        new SafepointTotals(
            json.key("safepointNanos").number(),
            evidence.pauses("stopped"),
            evidence.pauses("reaching"),
            evidence.totals("operations")),
        cpu(),
        metaspace(),
        evidence.tally("promotion"),
        utilisation(),
        setup(),
        new GcRuns(
            json.key("runCount").number(), evidence.array("runs", new ArrayList<>(), this::run)));
  }

  private GcIncidents incidents() throws IOException, EvidenceFormatException {
    SortedMap<GcIncident, Tally> counts = new TreeMap<>();
    json.key("incidents").expect(START_OBJECT);
    while (json.more()) {
      String name = json.key();
      json.expect(START_OBJECT);
      Tally tally = new Tally(json.key("amount").number(), json.key("overNanos").number());
      json.expect(END_OBJECT);
      if (counts.put(incident(name), tally) != null) {
        throw json.failure("the key '" + name + "' appears twice");
      }
    }
    SortedMap<String, PauseTotal> fullCauses = evidence.totals("fullCauses");
    json.key("stalls").expect(START_ARRAY);
    PauseTotal stalls = evidence.figures();
    json.expect(END_ARRAY);
    return new GcIncidents(counts, fullCauses, stalls, json.key("humongousRegions").number());
  }

  private GcIncident incident(String name) throws EvidenceFormatException {
    for (GcIncident incident : GcIncident.values()) {
      if (incident.name().equals(name)) {
        return incident;
      }
    }
    throw json.failure("unknown GcIncident '" + name + "'");
  }

  private GcCpuTimes cpu() throws IOException, EvidenceFormatException {
    json.key("pauseCpu").expect(START_OBJECT);
    GcCpuTimes cpu =
        new GcCpuTimes(
            json.key("pauses").number(),
            json.key("userNanos").number(),
            json.key("systemNanos").number(),
            json.key("realNanos").number(),
            json.key("starved").number(),
            json.key("systemHeavy").number());
    json.expect(END_OBJECT);
    return cpu;
  }

  private Metaspace metaspace() throws IOException, EvidenceFormatException {
    json.key("metaspace").expect(START_OBJECT);
    Metaspace metaspace =
        new Metaspace(
            json.key("usedBytes").number(),
            json.key("committedBytes").number(),
            json.key("limitBytes").number());
    json.expect(END_OBJECT);
    return metaspace;
  }

  private MutatorUtilisation utilisation() throws IOException, EvidenceFormatException {
    SortedMap<Long, Long> worst = new TreeMap<>();
    evidence.each(
        "utilisation",
        () -> {
          json.expect(START_ARRAY);
          if (worst.put(json.number(), json.number()) != null) {
            throw json.failure("the same window appears twice");
          }
          json.expect(END_ARRAY);
        });
    return new MutatorUtilisation(worst);
  }

  private GcSetup setup() throws IOException, EvidenceFormatException {
    json.key("setup").expect(START_OBJECT);
    GcSetup setup =
        new GcSetup(
            evidence.array("minHeapBytes", new TreeSet<>(), json::number),
            evidence.array("initialHeapBytes", new TreeSet<>(), json::number),
            evidence.array("regionBytes", new TreeSet<>(), json::number),
            evidence.array("cpus", new TreeSet<>(), json::integer),
            evidence.array("memoryBytes", new TreeSet<>(), json::number),
            evidence.array("flags", new TreeSet<>(), json::string));
    json.expect(END_OBJECT);
    return setup;
  }

  private RunHistory run() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    RunHistory run =
        new RunHistory(
            json.key("source").string(),
            json.key("number").integer(),
            json.key("collector").string(),
            json.key("nanos").number(),
            json.key("maxHeapBytes").number(),
            pauses(),
            live());
    json.expect(END_OBJECT);
    return run;
  }

  private PauseTimeline pauses() throws IOException, EvidenceFormatException {
    List<PausePoint> points = evidence.array("pauses", new ArrayList<>(), this::pause);
    long bucketNanos = json.key("bucketNanos").number();
    SortedMap<Integer, PauseTotal> buckets = new TreeMap<>();
    evidence.each(
        "buckets",
        () -> {
          json.expect(START_ARRAY);
          if (buckets.put(json.integer(), evidence.figures()) != null) {
            throw json.failure("the same bucket appears twice");
          }
          json.expect(END_ARRAY);
        });
    return new PauseTimeline(points, bucketNanos, buckets);
  }

  private PausePoint pause() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    PausePoint pause =
        new PausePoint(
            json.number(),
            json.number(),
            json.string(),
            json.string(),
            json.number(),
            json.number(),
            json.number());
    json.expect(END_ARRAY);
    return pause;
  }

  private SortedMap<LiveBasis, LiveSeries> live() throws IOException, EvidenceFormatException {
    SortedMap<LiveBasis, LiveSeries> live = new TreeMap<>();
    evidence.each(
        "live",
        () -> {
          json.expect(START_ARRAY);
          LiveBasis basis = json.constant(LiveBasis.class);
          long collections = json.number();
          List<LivePoint> points = new ArrayList<>();
          while (json.more()) {
            json.expect(START_ARRAY);
            points.add(new LivePoint(json.number(), json.number()));
            json.expect(END_ARRAY);
          }
          if (live.put(basis, new LiveSeries(collections, points)) != null) {
            throw json.failure("the same series appears twice");
          }
        });
    return live;
  }
}

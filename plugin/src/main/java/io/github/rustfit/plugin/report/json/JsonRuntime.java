package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Surroundings;
import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.Ownership;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The part {@code runtime} of {@code report.json}: what concerns the process as a whole. */
final class JsonRuntime {

  /** The JVM's own threads, which only profilers of the whole process see. */
  private static final List<SampleKind> OF_JVM =
      List.of(SampleKind.COMPILER, SampleKind.COLLECTOR, SampleKind.VM);

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MS = 1e6;

  private JsonRuntime() {}

  static void write(Json json, Assessment assessment) throws IOException {
    json.object(
        "runtime",
        () -> {
          json.object(
              "gc",
              () -> {
                JsonGc.write(json, assessment.gc());
                visibility(json, GcVisibility.of(assessment.gc(), assessment.policy()));
              });
          json.object(
              "profile", () -> profile(json, assessment.profile(), assessment.unattributed()));
          JsonServiceTime.write(json, assessment);
          JsonNativeParts.write(json, assessment.nativeParts().memory());
        });
  }

  private static void visibility(Json json, Optional<GcVisibility> seen) throws IOException {
    json.object(
        "visibility",
        () -> {
          double low = seen.map(GcVisibility::hitLow).orElse(0.0);
          double high = seen.map(GcVisibility::hitHigh).orElse(0.0);
          json.decimal("hitLow", seen.isPresent(), low, Json.SHARE);
          json.decimal("hitHigh", seen.isPresent(), high, Json.SHARE);
          json.decimal(
              "allowed", seen.isPresent(), seen.map(GcVisibility::allowed).orElse(0.0), Json.SHARE);
          json.decimal(
              "fromPercentile",
              seen.isPresent() && high > 0,
              GcVisibility.fromPercentile(high),
              Json.THOUSANDTHS);
        });
  }

  private static void profile(Json json, ProfileSummary profile, Unattributed unattributed)
      throws IOException {
    boolean allocationRecorded = profile.recorded(SampleKind.ALLOCATION);
    Weight allocation = profile.total(SampleKind.ALLOCATION);
    json.decimal(
        "durationSeconds",
        profile.recordedNanos() > 0,
        profile.recordedNanos() / NANOS_PER_SECOND,
        Json.THOUSANDTHS);
    long ofJvm = 0;
    for (SampleKind kind : OF_JVM) {
      ofJvm += profile.total(kind).samples();
    }
    json.whole(
        "cpuSamples",
        profile.recorded(SampleKind.CPU),
        profile.total(SampleKind.CPU).samples() + ofJvm);
    json.object(
        "jvmCpuSamples",
        () -> {
          for (SampleKind kind : OF_JVM) {
            json.whole(Show.id(kind), profile.recorded(kind), profile.total(kind).samples());
          }
        });
    json.whole("allocationSamples", allocationRecorded, allocation.samples());
    json.whole("allocatedBytes", allocationRecorded, allocation.amount());
    share(json, "unattributedCpuShare", unattributed.cpu());
    share(json, "testCpuShare", unattributed.tests());
    ownership(json, unattributed.ownership());
    facts(json, profile.facts());
  }

  private static void ownership(Json json, Ownership ownership) throws IOException {
    share(json, "ownCpuShare", ownership.own());
    share(json, "calledCpuShare", ownership.called());
    shares(json, "unattributedThreads", ownership.entries());
    shares(json, "unattributedThreadGroups", ownership.threads());
    shares(json, "unattributedLibraries", ownership.libraries());
    shares(json, "unattributedArtifacts", ownership.artifacts());
  }

  private static void shares(Json json, String name, List<LibraryShare> parts) throws IOException {
    json.objects(
        name,
        parts.subList(0, Math.min(JsonReport.MOST, parts.size())),
        part -> {
          json.text("name", part.name());
          share(json, "share", part.share());
        });
  }

  private static void share(Json json, String name, Share share) throws IOException {
    json.decimal(name, share.known(), share.value(), Json.SHARE);
  }

  private static void sampling(Json json, SamplingFacts sampling) throws IOException {
    json.objects(
        "methodCalls",
        sampling.calls().entrySet(),
        calls -> {
          json.text("method", calls.getKey());
          json.whole("count", calls.getValue().count());
          json.decimal("totalMs", true, calls.getValue().nanos() / NANOS_PER_MS, Json.THOUSANDTHS);
          json.decimal(
              "longestMs", true, calls.getValue().longestNanos() / NANOS_PER_MS, Json.THOUSANDTHS);
          json.decimal(
              "perSecond",
              calls.getValue().rateKnown(),
              calls.getValue().perSecond(),
              Json.THOUSANDTHS);
          json.decimal(
              "bytesPerSecond",
              calls.getValue().bytes().known(),
              calls.getValue().bytes().perSecond(),
              Json.THOUSANDTHS);
        });
    json.objects(
        "labels",
        sampling.labels().entrySet(),
        label -> {
          json.text("label", label.getKey());
          json.whole("samples", label.getValue());
        });
  }

  private static void facts(Json json, RecordingFacts facts) throws IOException {
    json.whole("lostBytes", facts.lostBytes().known(), facts.lostBytes().amount());
    json.whole("lostCpuSamples", facts.lostCpuSamples().known(), facts.lostCpuSamples().amount());
    json.decimal(
        "exceptionsPerSecond",
        facts.thrown().known(),
        facts.thrown().perSecond(),
        Json.THOUSANDTHS);
    json.object(
        "recordedFromMs",
        () -> {
          for (SampleKind kind : Surroundings.WAITS) {
            long nanos = facts.thresholds().getOrDefault(kind, -1L);
            json.decimal(Show.id(kind), nanos >= 0, nanos / NANOS_PER_MS, Json.THOUSANDTHS);
          }
        });
    json.decimals(
        "containerCpus",
        facts.cpuLimits().stream().map(limit -> limit / 1000.0).toList(),
        Json.THOUSANDTHS);
    json.decimals(
        "containerMemoryBytes", facts.memoryLimits().stream().map(Long::doubleValue).toList(), 0);
    json.strings("launchers", facts.launchers().stream().map(Show::id).toList());
    sampling(json, facts.sampling());
  }
}

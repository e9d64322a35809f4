package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes evidence; {@link EvidenceParser} expects exactly this order of keys. */
final class EvidenceWriter {
  private final JsonGenerator json;
  private final StackTable stacks;

  EvidenceWriter(JsonGenerator json, Evidence evidence) {
    this.json = json;
    this.stacks = StackTable.of(evidence.profiles().values());
  }

  void write(Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", EvidenceJson.SCHEMA_VERSION);
    array("inputs", evidence.inputs(), this::input);
    array("problems", evidence.problems(), this::problem);
    array("frames", stacks.frames(), this::frame);
    array("stacks", stacks.nodes(), node -> json.writeArray(node, 0, node.length));
    object("profiles", evidence.profiles(), this::profile);
    object("gcLogs", evidence.gcLogs(), this::gc);
    object("gcRuns", evidence.gcRuns(), this::runs);
    object("recordedGcs", evidence.recordedGcs(), this::gc);
    array("sources", evidence.sources(), new SourceWriter(json)::write);
    new RepositoryWriter(json).write(evidence.repository());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void input(Input input) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", input.path());
    json.writeStringField("kind", input.kind());
    json.writeStringField("sha256", input.sha256());
    json.writeStringField("status", input.status().name());
    json.writeStringField("problem", input.problem());
    lines(input.lines());
    json.writeEndObject();
  }

  private void lines(LineCounts lines) throws IOException {
    json.writeArrayFieldStart("lines");
    json.writeNumber(lines.recognised());
    json.writeNumber(lines.other());
    json.writeNumber(lines.unplaced());
    for (long number : lines.firstUnplaced()) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void runs(List<GcRunPart> runs) throws IOException {
    json.writeStartArray();
    for (GcRunPart run : runs) {
      run(run);
    }
    json.writeEndArray();
  }

  private void run(GcRunPart run) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("uptime", run.uptime());
    json.writeNumberField("started", run.started());
    json.writeNumberField("first", run.first());
    json.writeNumberField("last", run.last());
    json.writeNumberField("begin", run.begin());
    json.writeBooleanField("fromStart", run.fromStart());
    json.writeBooleanField("declared", run.declared());
    json.writeNumberField("nanos", run.nanos());
    ids("opening", run.opening());
    ids("closing", run.closing());
    json.writeNumberField("heapBefore", run.heapBefore());
    json.writeNumberField("heapAfter", run.heapAfter());
    json.writeNumberField("cycleBefore", run.cycleBefore());
    json.writeNumberField("cycleAfter", run.cycleAfter());
    json.writeBooleanField("pauses", run.pauses());
    json.writeBooleanField("allocation", run.allocation());
    json.writeBooleanField("cpu", run.cpu());
    json.writeEndObject();
  }

  private void ids(String name, GcRunPart.Ids ids) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(ids.top());
    json.writeNumber(ids.seen());
    json.writeEndArray();
  }

  private void problem(Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("where", problem.where());
    json.writeNumberField("line", problem.line());
    json.writeStringField("message", problem.message());
    json.writeStringField("remedy", problem.remedy());
    json.writeEndObject();
  }

  private void frame(Frame frame) throws IOException {
    json.writeStartArray();
    json.writeString(frame.className());
    json.writeString(frame.method());
    json.writeNumber(frame.line());
    json.writeEndArray();
  }

  private void profile(ProfileSummary profile) throws IOException {
    json.writeStartObject();
    json.writeNumberField("recordedNanos", profile.recordedNanos());
    byKind("observed", profile.observed());
    tally("processCpu", profile.processCpu());
    tally("compilerCpu", profile.compilerCpu());
    array("jvmVersions", profile.jvmVersions(), json::writeString);
    array("cores", profile.cores(), json::writeNumber);
    facts(profile.facts());
    List<Map.Entry<SampleKey, Weight>> samples =
        profile.samples().entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<SampleKey, Weight> s) -> s.getKey().kind())
                    .thenComparingInt(s -> stacks.node(s.getKey().stack()))
                    .thenComparing(s -> s.getKey().type()))
            .toList();
    array("samples", samples, sample -> sample(sample.getKey(), sample.getValue()));
    json.writeEndObject();
  }

  private void sample(SampleKey key, Weight weight) throws IOException {
    json.writeStartArray();
    json.writeString(key.kind().name());
    json.writeNumber(stacks.node(key.stack()));
    json.writeString(key.type());
    json.writeNumber(weight.samples());
    json.writeNumber(weight.amount());
    json.writeNumber(weight.squares());
    json.writeEndArray();
  }

  private void gc(GcSummary gc) throws IOException {
    json.writeStartObject();
    array("collectors", gc.collectors(), json::writeString);
    array("jvmVersions", gc.jvmVersions(), json::writeString);
    json.writeNumberField("wallNanos", gc.wallNanos());
    json.writeNumberField("pauseObservedNanos", gc.pauseObservedNanos());
    pauses("pause", gc.pauses());
    totals("causes", gc.causes());
    json.writeNumberField("collections", gc.collections());
    json.writeNumberField("fullCollections", gc.fullCollections());
    tally("allocation", gc.allocation());
    tally("gcCpu", gc.gcCpu());
    json.writeNumberField("maxHeapBytes", gc.maxHeapBytes());
    json.writeNumberField("largestLiveBytes", gc.largestLiveBytes());
    new GcDetailsWriter(json, this).write(gc.details());
    json.writeEndObject();
  }

  private void facts(RecordingFacts facts) throws IOException {
    tally("thrown", facts.thrown());
    tally("lostBytes", facts.lostBytes());
    tally("lostCpuSamples", facts.lostCpuSamples());
    byKind("thresholds", facts.thresholds());
    array("cpuLimits", facts.cpuLimits(), json::writeNumber);
    array("memoryLimits", facts.memoryLimits(), json::writeNumber);
    array("launchers", facts.launchers(), launcher -> json.writeString(launcher.name()));
  }

  private void byKind(String name, Map<SampleKind, Long> numbers) throws IOException {
    json.writeObjectFieldStart(name);
    for (SampleKind kind : SampleKind.values()) {
      Long number = numbers.get(kind);
      if (number != null) {
        json.writeNumberField(kind.name(), number);
      }
    }
    json.writeEndObject();
  }

  void pauses(String prefix, PauseHistogram pauses) throws IOException {
    json.writeNumberField(prefix + "TotalNanos", pauses.totalNanos());
    json.writeNumberField(prefix + "MaxNanos", pauses.maxNanos());
    array(prefix + "Buckets", pauses.buckets().entrySet(), this::bucket);
  }

  private void bucket(Map.Entry<Integer, Long> bucket) throws IOException {
    json.writeStartArray();
    json.writeNumber(bucket.getKey());
    json.writeNumber(bucket.getValue());
    json.writeEndArray();
  }

  void totals(String name, Map<String, PauseTotal> totals) throws IOException {
    array(name, totals.entrySet(), one -> named(one.getKey(), one.getValue()));
  }

  private void named(String name, PauseTotal total) throws IOException {
    json.writeStartArray();
    json.writeString(name);
    figures(total);
    json.writeEndArray();
  }

  void figures(PauseTotal total) throws IOException {
    json.writeNumber(total.count());
    json.writeNumber(total.totalNanos());
    json.writeNumber(total.maxNanos());
  }

  void tally(String name, Tally tally) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("amount", tally.amount());
    json.writeNumberField("overNanos", tally.overNanos());
    json.writeEndObject();
  }

  interface Item<T> {
    void write(T item) throws IOException;
  }

  <T> void array(String name, Collection<T> items, Item<T> item) throws IOException {
    json.writeArrayFieldStart(name);
    for (T one : items) {
      item.write(one);
    }
    json.writeEndArray();
  }

  private <T> void object(String name, Map<String, T> entries, Item<T> item) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, T> entry : entries.entrySet()) {
      json.writeFieldName(entry.getKey());
      item.write(entry.getValue());
    }
    json.writeEndObject();
  }
}

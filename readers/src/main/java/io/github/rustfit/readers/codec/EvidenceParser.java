package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

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
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link EvidenceWriter} writes, in one pass and without trusting any of it. */
final class EvidenceParser {
  private final JsonCursor json;
  private final StackTree stacks = new StackTree();

  EvidenceParser(JsonCursor json) {
    this.json = json;
  }

  Evidence read() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    int version = json.key("schemaVersion").integer();
    if (version != EvidenceJson.SCHEMA_VERSION) {
      throw json.failure(
          "the evidence has schema version "
              + version
              + ", this rustfit reads version "
              + EvidenceJson.SCHEMA_VERSION);
    }
    SortedSet<Input> inputs = array("inputs", new TreeSet<>(), this::input);
    SortedSet<Problem> problems = array("problems", new TreeSet<>(), this::problem);
    each("frames", this::frame);
    each("stacks", this::node);
    SortedMap<String, ProfileSummary> profiles = object("profiles", this::profile);
    SortedMap<String, GcSummary> gcLogs = object("gcLogs", this::gc);
    SortedMap<String, List<GcRunPart>> gcRuns = object("gcRuns", this::runs);
    SortedMap<String, GcSummary> recordedGcs = object("recordedGcs", this::gc);
    SortedSet<SourceFile> sources = array("sources", new TreeSet<>(), new SourceParser(json)::read);
    RepositoryEvidence repository = new RepositoryParser(json).read();
    json.expect(END_OBJECT);
    json.end();
    return new Evidence(
        inputs, profiles, gcLogs, gcRuns, recordedGcs, sources, problems, repository);
  }

  private Input input() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    Input input =
        new Input(
            json.key("path").string(),
            json.key("kind").string(),
            json.key("sha256").string(),
            json.key("status").constant(Input.Status.class),
            json.key("problem").string(),
            lines());
    json.expect(END_OBJECT);
    return input;
  }

  private LineCounts lines() throws IOException, EvidenceFormatException {
    json.key("lines").expect(START_ARRAY);
    long recognised = json.number();
    long other = json.number();
    long unplaced = json.number();
    List<Long> first = new ArrayList<>();
    while (json.more()) {
      first.add(json.number());
    }
    return new LineCounts(recognised, other, unplaced, first);
  }

  private List<GcRunPart> runs() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    List<GcRunPart> runs = new ArrayList<>();
    while (json.more()) {
      runs.add(run());
    }
    return runs;
  }

  private GcRunPart run() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    GcRunPart run =
        new GcRunPart(
            json.key("uptime").flag(),
            json.key("started").number(),
            json.key("first").number(),
            json.key("last").number(),
            json.key("begin").number(),
            json.key("fromStart").flag(),
            json.key("declared").flag(),
            json.key("nanos").number(),
            ids("opening"),
            ids("closing"),
            json.key("heapBefore").number(),
            json.key("heapAfter").number(),
            json.key("cycleBefore").number(),
            json.key("cycleAfter").number(),
            json.key("pauses").flag(),
            json.key("allocation").flag(),
            json.key("cpu").flag());
    json.expect(END_OBJECT);
    return run;
  }

  private GcRunPart.Ids ids(String name) throws IOException, EvidenceFormatException {
    json.key(name).expect(START_ARRAY);
    GcRunPart.Ids ids = new GcRunPart.Ids(json.number(), json.number());
    json.expect(END_ARRAY);
    return ids;
  }

  private Problem problem() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    Problem problem =
        new Problem(
            json.key("where").string(),
            json.key("line").integer(),
            json.key("message").string(),
            json.key("remedy").string());
    json.expect(END_OBJECT);
    return problem;
  }

  private void frame() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    stacks.addFrame(new Frame(json.string(), json.string(), json.integer()));
    json.expect(END_ARRAY);
  }

  private void node() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    stacks.addNode(json.integer(), json.integer());
    json.expect(END_ARRAY);
  }

  private ProfileSummary profile() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    long recorded = json.key("recordedNanos").number();
    Map<SampleKind, Long> observed = byKind("observed");
    Tally processCpu = tally("processCpu");
    Tally compilerCpu = tally("compilerCpu");
    SortedSet<String> versions = array("jvmVersions", new TreeSet<>(), json::string);
    SortedSet<Integer> cores = array("cores", new TreeSet<>(), json::integer);
    RecordingFacts facts = facts();
    Map<SampleKey, Weight> samples = new HashMap<>();
    each("samples", () -> sample(samples));
    json.expect(END_OBJECT);
    return new ProfileSummary(
        recorded, observed, samples, processCpu, compilerCpu, versions, cores, facts);
  }

  private RecordingFacts facts() throws IOException, EvidenceFormatException {
    return new RecordingFacts(
        tally("thrown"),
        tally("lostBytes"),
        tally("lostCpuSamples"),
        byKind("thresholds"),
        array("cpuLimits", new TreeSet<>(), json::number),
        array("memoryLimits", new TreeSet<>(), json::number),
        array("launchers", new TreeSet<>(), () -> json.constant(Launcher.class)));
  }

  private Map<SampleKind, Long> byKind(String name) throws IOException, EvidenceFormatException {
    Map<SampleKind, Long> numbers = new EnumMap<>(SampleKind.class);
    for (Map.Entry<String, Long> one : object(name, this::count).entrySet()) {
      numbers.put(kind(one.getKey()), one.getValue());
    }
    return numbers;
  }

  private SampleKind kind(String name) throws EvidenceFormatException {
    for (SampleKind kind : SampleKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw json.failure("unknown SampleKind '" + name + "'");
  }

  private void sample(Map<SampleKey, Weight> samples) throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    SampleKey key =
        new SampleKey(json.constant(SampleKind.class), stacks.stack(json.integer()), json.string());
    Weight weight = new Weight(json.number(), json.number(), json.number());
    json.expect(END_ARRAY);
    if (samples.put(key, weight) != null) {
      throw json.failure("the same sample appears twice");
    }
  }

  private GcSummary gc() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    GcSummary gc =
        new GcSummary(
            array("collectors", new TreeSet<>(), json::string),
            array("jvmVersions", new TreeSet<>(), json::string),
            json.key("wallNanos").number(),
            json.key("pauseObservedNanos").number(),
            pauses("pause"),
            totals("causes"),
            json.key("collections").number(),
            json.key("fullCollections").number(),
            tally("allocation"),
            tally("gcCpu"),
            json.key("maxHeapBytes").number(),
            json.key("largestLiveBytes").number(),
            new GcDetailsParser(json, this).read());
    json.expect(END_OBJECT);
    return gc;
  }

  PauseHistogram pauses(String prefix) throws IOException, EvidenceFormatException {
    long total = json.key(prefix + "TotalNanos").number();
    long max = json.key(prefix + "MaxNanos").number();
    SortedMap<Integer, Long> buckets = new TreeMap<>();
    each(prefix + "Buckets", () -> bucket(buckets));
    PauseHistogram pauses = new PauseHistogram(buckets, total, max);
    int last = buckets.isEmpty() ? 0 : buckets.lastKey();
    if (last != PauseHistogram.bucketOf(max)) {
      throw json.failure("the longest pause does not lie in the last bucket");
    }
    return pauses;
  }

  private void bucket(SortedMap<Integer, Long> buckets)
      throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    if (buckets.put(json.integer(), json.number()) != null) {
      throw json.failure("the same bucket appears twice");
    }
    json.expect(END_ARRAY);
  }

  SortedMap<String, PauseTotal> totals(String name) throws IOException, EvidenceFormatException {
    SortedMap<String, PauseTotal> totals = new TreeMap<>();
    each(name, () -> named(totals));
    return totals;
  }

  private void named(SortedMap<String, PauseTotal> totals)
      throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    String name = json.string();
    if (totals.put(name, figures()) != null) {
      throw json.failure("'" + name + "' appears twice");
    }
    json.expect(END_ARRAY);
  }

  PauseTotal figures() throws IOException, EvidenceFormatException {
    return new PauseTotal(json.number(), json.number(), json.number());
  }

  Tally tally(String name) throws IOException, EvidenceFormatException {
    json.key(name).expect(START_OBJECT);
    Tally tally = new Tally(json.key("amount").number(), json.key("overNanos").number());
    json.expect(END_OBJECT);
    return tally;
  }

  private long count() throws IOException, EvidenceFormatException {
    long count = json.number();
    if (count < 0) {
      throw json.failure("negative " + count);
    }
    return count;
  }

  interface Item<T> {
    T read() throws IOException, EvidenceFormatException;
  }

  interface Step {
    void take() throws IOException, EvidenceFormatException;
  }

  void each(String name, Step step) throws IOException, EvidenceFormatException {
    json.key(name).expect(START_ARRAY);
    while (json.more()) {
      step.take();
    }
  }

  <T, C extends Collection<T>> C array(String name, C items, Item<T> item)
      throws IOException, EvidenceFormatException {
    each(name, () -> items.add(item.read()));
    return items;
  }

  private <T> SortedMap<String, T> object(String name, Item<T> item)
      throws IOException, EvidenceFormatException {
    SortedMap<String, T> entries = new TreeMap<>();
    json.key(name).expect(START_OBJECT);
    while (json.more()) {
      String key = json.key();
      if (entries.put(key, item.read()) != null) {
        throw json.failure("the key '" + key + "' appears twice");
      }
    }
    return entries;
  }
}

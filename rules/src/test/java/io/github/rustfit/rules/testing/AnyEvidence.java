package io.github.rustfit.rules.testing;

import static io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result.BETTER;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.frame;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generates evidence around the two components of {@link Situation}; few values, many collisions.
 */
public final class AnyEvidence {

  private static final List<Frame> FRAMES =
      List.of(
          Situation.IN_HOT,
          Situation.IN_REST,
          frame("com.acme.hot.Hot", "lambda$run$0", 8),
          frame("com.acme.hot.Hot$1", "call", 9),
          frame("com.acme.hot.Hot", "gone", 7),
          frame("com.acme.rest.Generated", "map", 0),
          frame("com.acme.hot.HotTest", "test", 3),
          frame("java.util.HashMap", "hash", 338),
          frame("java.util.HashMap", "getNode", 570),
          frame("", "memcpy", 0));

  private static final SourceFile TEST =
      Given.file(
          "app",
          "HotTest.java",
          SourceFile.Role.TEST,
          "com.acme.hot",
          Set.of(),
          Given.type("com.acme.hot.HotTest", 1, 9));

  /** Lies where the frames point, so that samples confirm some of its patterns. */
  private static final SourceFile PATTERNED =
      Situation.withPatterns(
          new PatternMatch("charset-churn", 7, 7, "com.acme.hot.Hot", "run", "getBytes"),
          new PatternMatch("key-set-lookup", 8, 8, "com.acme.hot.Hot", "run", "map"),
          new PatternMatch("contended-lock", 5, 10, "com.acme.hot.Hot", "run", "run"),
          new PatternMatch("native-memory", 9, 9, "com.acme.hot.Hot", "run", "Unsafe.getInt"),
          new PatternMatch("from-the-future", 9, 9, "com.acme.hot.Hot", "run", ""));

  /** Where the frames point, too, with a signature, so that a boundary can be drawn. */
  public static final SourceFile SIGNED =
      Signed.hot(
          List.of("java.io.InputStream"),
          Signed.type(
              TypeShape.Kind.CLASS,
              "com.acme.hot.Hot",
              List.of("long"),
              Signed.function("run", 5, 10, "long", "byte[]")));

  private static final SourceFile BOUND_TO_JAVA =
      Situation.withMechanisms(
          new MechanismUse(MechanismUse.Mechanism.REFLECTION, 6),
          new MechanismUse(MechanismUse.Mechanism.SERIALIZATION, 7));

  private AnyEvidence() {}

  /** An amount over a time, sometimes unknown. */
  public static Arbitrary<Tally> tally() {
    Arbitrary<Tally> known =
        Combinators.combine(
                Arbitraries.longs().between(0, 3000 * SECOND),
                Arbitraries.longs().between(1, 1200 * SECOND))
            .as(Tally::new);
    return Arbitraries.oneOf(known, Arbitraries.just(Tally.UNKNOWN));
  }

  /** Up to 3,000 equal samples. */
  public static Arbitrary<Weight> weight() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 3000), Arbitraries.longs().between(1, 1L << 31))
        .as(Weight::of);
  }

  /** Up to 30 pauses of up to two seconds. */
  public static Arbitrary<PauseHistogram> pauses() {
    return Arbitraries.longs()
        .between(0, 2 * SECOND)
        .list()
        .ofMaxSize(30)
        .map(
            pauses -> {
              PauseHistogram.Builder builder = new PauseHistogram.Builder();
              pauses.forEach(builder::add);
              return builder.build();
            });
  }

  /** Up to 1,000 pauses of one cause. */
  public static Arbitrary<PauseTotal> pauseTotal() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 1000),
            Arbitraries.longs().between(0, 1000 * SECOND),
            Arbitraries.longs().between(1, 9))
        .as((count, total, part) -> new PauseTotal(count, total, total / part));
  }

  /** What a GC log says, with details. */
  public static Arbitrary<GcSummary> gc() {
    return Combinators.combine(gcSummary(), AnyGcDetails.details()).as(GcSummary::with);
  }

  private static Arbitrary<GcSummary> gcSummary() {
    Arbitrary<Map<String, PauseTotal>> causes =
        Arbitraries.maps(Arbitraries.of("System.gc()", "G1 Evacuation Pause"), pauseTotal());
    return Combinators.combine(
            Arbitraries.of("G1", "ZGC", "Parallel").set().ofMaxSize(2),
            Arbitraries.of("17.0.15+6", "25+36").set().ofMaxSize(1),
            Arbitraries.longs().between(1, 900).map(seconds -> seconds * SECOND),
            Arbitraries.of(true, true, false),
            pauses(),
            causes,
            Arbitraries.integers().between(0, 60),
            tally())
        .as(
            (collectors, versions, wall, observed, pauses, byCause, collections, cpu) ->
                new GcSummary(
                    new GcSummary.Jvms(new TreeSet<>(collectors), new TreeSet<>(versions)),
                    new GcSummary.Time(wall, observed ? wall : 0),
                    pauses,
                    new TreeMap<>(byCause),
                    new GcSummary.Count(collections, collections / 10),
                    cpu,
                    cpu,
                    new GcSummary.Heap(wall % 7, wall % 5),
                    GcDetails.UNKNOWN));
  }

  private static Arbitrary<SampleKey> key(SampleKind kind) {
    Arbitrary<String> types =
        kind == SampleKind.ALLOCATION ? Arbitraries.of("byte[]", "int[]") : Arbitraries.just("");
    return Combinators.combine(Arbitraries.of(FRAMES).list().ofMaxSize(4), types)
        .as((stack, type) -> new SampleKey(kind, stack, type));
  }

  private static Arbitrary<Map<SampleKey, Weight>> samples(SampleKind kind) {
    return Arbitraries.maps(key(kind), weight()).ofMaxSize(6);
  }

  /** A recording of any kinds of samples. */
  public static Arbitrary<ProfileSummary> profile() {
    return profile(Arbitraries.of(SampleKind.class).set());
  }

  /** A recording in which these kinds of samples were enabled. */
  public static Arbitrary<ProfileSummary> profile(Arbitrary<Set<SampleKind>> kinds) {
    return Combinators.combine(
            Arbitraries.longs().between(1, 900).map(seconds -> seconds * SECOND),
            kinds,
            samples(SampleKind.CPU),
            samples(SampleKind.ALLOCATION),
            tally(),
            tally(),
            Arbitraries.of("17.0.15+6", "25+36").set().ofMaxSize(1),
            facts())
        .as(
            (nanos, enabled, cpu, allocation, process, compiler, versions, facts) -> {
              Map<SampleKey, Weight> samples = new HashMap<>();
              samples.putAll(enabled.contains(SampleKind.CPU) ? cpu : Map.of());
              samples.putAll(enabled.contains(SampleKind.ALLOCATION) ? allocation : Map.of());
              enabled.stream()
                  .filter(kind -> kind != SampleKind.CPU && kind != SampleKind.ALLOCATION)
                  .forEach(
                      kind ->
                          cpu.forEach(
                              (key, weight) ->
                                  samples.put(new SampleKey(kind, key.stack(), ""), weight)));
              Map<SampleKind, Long> observed = new HashMap<>();
              enabled.forEach(kind -> observed.put(kind, nanos));
              return new ProfileSummary(
                  nanos,
                  observed,
                  samples,
                  process,
                  compiler,
                  new TreeSet<>(versions),
                  new TreeSet<>(Set.of(4)),
                  facts);
            });
  }

  private static Arbitrary<RecordingFacts> facts() {
    return Combinators.combine(
            tally(),
            tally(),
            tally(),
            Arbitraries.maps(
                    Arbitraries.of(SampleKind.class), Arbitraries.longs().between(0, SECOND))
                .ofMaxSize(2),
            Arbitraries.of(500L, 1500L).set(),
            Arbitraries.of(1L << 30, 1L << 31).set(),
            Combinators.combine(
                    Arbitraries.of(Launcher.class).set(), Arbitraries.of("1a-1", "2b-77").set())
                .as(Map::entry),
            Combinators.combine(
                    sampling(), Combinators.combine(process(), threads()).as(Map::entry))
                .as(Map::entry))
        .as(
            (thrown, bytes, samples, thresholds, cpus, memory, started, more) ->
                new RecordingFacts(
                    thrown,
                    bytes,
                    samples,
                    thresholds,
                    new TreeSet<>(cpus),
                    new TreeSet<>(memory),
                    new TreeSet<>(started.getKey()),
                    new TreeSet<>(started.getValue()),
                    more.getKey(),
                    more.getValue().getKey(),
                    more.getValue().getValue()));
  }

  private static Arbitrary<ThreadSamples> threads() {
    return Arbitraries.maps(
            key(SampleKind.CPU).map(SampleKey::stack),
            Arbitraries.maps(
                    Arbitraries.of("main", "http-#", "others", "a\"\u00e9<", "pool-#-thread-#"),
                    Arbitraries.longs().between(1, 9))
                .ofMaxSize(3)
                .map(counts -> (SortedMap<String, Long>) new TreeMap<>(counts)))
        .ofMaxSize(3)
        .map(ThreadSamples::new);
  }

  private static Arbitrary<ProcessFacts> process() {
    return Combinators.combine(
            Arbitraries.of(0L, 90L << 20, 3L << 30),
            Arbitraries.of(0L, SECOND, 900 * SECOND),
            Arbitraries.of(0L, 40 * SECOND),
            tally(),
            tally(),
            Arbitraries.of(true, false),
            Arbitraries.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:AOTCache").set(),
            nativeFacts())
        .as(
            (peak, run, start, cpu, compiler, known, options, code) ->
                new ProcessFacts(
                    peak, run, start, cpu, compiler, known, new TreeSet<>(options), code));
  }

  private static Arbitrary<NativeFacts> nativeFacts() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.maps(
                    Arbitraries.of(NativeFacts.HEAP, "Metaspace"),
                    Arbitraries.of(0L, 1L << 20, 96L << 20))
                .ofMaxSize(2))
        .as((only, parts) -> new NativeFacts(only, new TreeMap<>(parts)));
  }

  private static Arbitrary<SamplingFacts> sampling() {
    Arbitrary<MethodCalls> calls =
        Combinators.combine(Arbitraries.longs().between(0, SECOND), tally())
            .as((n, bytes) -> new MethodCalls(n, 7 * n, n / 2, bytes, 3 * n));
    return Combinators.combine(
            tally(),
            Arbitraries.of(SampleKind.class).set().ofMaxSize(2),
            Arbitraries.maps(
                    Arbitraries.of(SampleKind.class), Arbitraries.longs().between(0, SECOND))
                .ofMaxSize(2),
            Arbitraries.of("1-a", "2-b", "3-c").set().ofMaxSize(2),
            Arbitraries.maps(Arbitraries.of("datadog.A", "b.C"), Arbitraries.longs().between(0, 9)),
            Arbitraries.maps(Arbitraries.of("a.A.x", "b.B.y"), calls),
            Arbitraries.maps(Arbitraries.of("k=v", "k=*"), Arbitraries.longs().between(0, 9)))
        .as(
            (threads, assumed, leftOut, chunks, unread, timed, labels) ->
                new SamplingFacts(
                    threads,
                    new TreeSet<>(assumed),
                    new TreeMap<>(leftOut),
                    new TreeSet<>(chunks),
                    new TreeMap<>(unread),
                    new TreeMap<>(timed),
                    new TreeMap<>(labels)));
  }

  /** Evidence of every sort at once. */
  public static Arbitrary<Evidence> evidence() {
    return evidence(profile());
  }

  /** Evidence whose recordings are these; digests come from a small set, so that they collide. */
  public static Arbitrary<Evidence> evidence(Arbitrary<ProfileSummary> profile) {
    Arbitrary<String> digest = Arbitraries.of("aa", "bb", "cc");
    Arbitrary<Set<Problem>> problems =
        Arbitraries.of("Bad.", "Worse.").map(m -> new Problem("f", 0, m, "Mend it.")).set();
    return Combinators.combine(
            inputs(),
            Arbitraries.maps(digest, profile).ofMaxSize(2),
            Arbitraries.maps(digest, gc()).ofMaxSize(3),
            Arbitraries.maps(digest, run().list().ofMaxSize(2)).ofMaxSize(3),
            Arbitraries.maps(digest, gc()).ofMaxSize(2),
            sources(),
            problems,
            repository())
        .as(
            (inputs, profiles, logs, runs, recorded, sources, problem, repository) ->
                new Evidence(
                    new TreeSet<>(inputs),
                    new TreeMap<>(profiles),
                    new TreeMap<>(logs),
                    new TreeMap<>(runs),
                    new TreeMap<>(recorded),
                    new TreeSet<>(sources),
                    new TreeSet<>(problem),
                    repository,
                    Collections.emptySortedMap()))
        .flatMap(AnyFold::of);
  }

  /** What repositories say; heads and paths come from small sets, so that they collide. */
  public static Arbitrary<RepositoryEvidence> repository() {
    Arbitrary<Set<History>> histories =
        AnyHistory.history().set().uniqueElements(History::head).ofMaxSize(2);
    Arbitrary<Set<OperationsFile>> operations = AnyOperations.file().set().ofMaxSize(3);
    Arbitrary<Set<Tuning>> tunings =
        Arbitraries.of(
                ATuning.of(Aim.CPU),
                ATuning.of(Aim.MEMORY, ATuning.tried("Serial", "17.0.9", "Serial", BETTER, 2)))
            .set()
            .ofMaxSize(2);
    return Combinators.combine(histories, operations, AnyTrial.trial().set().ofMaxSize(2), tunings)
        .as(
            (found, files, trials, tuned) -> {
              TreeMap<String, History> byHead = new TreeMap<>();
              found.forEach(history -> byHead.put(history.head(), history));
              return new RepositoryEvidence(
                  byHead, new TreeSet<>(files), new TreeSet<>(trials), new TreeSet<>(tuned));
            });
  }

  /** Some of the files of the two components, tests among them. */
  public static Arbitrary<Set<SourceFile>> sources() {
    return Arbitraries.of(Situation.HOT, Situation.REST, TEST, PATTERNED, BOUND_TO_JAVA, SIGNED)
        .set();
  }

  /** Parts of runs that often seem to follow each other. */
  private static Arbitrary<GcRunPart> run() {
    Arbitrary<Long> time = Arbitraries.longs().between(0, 4).map(s -> s * 1_000_000_000);
    Arbitrary<GcRunPart.Ids> ids =
        Combinators.combine(Arbitraries.longs().between(0, 9), Arbitraries.of(0L, 1L, 3L, 6L))
            .as(GcRunPart.Ids::new);
    Arbitrary<Long> amount = Arbitraries.longs().between(-1, 9);
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(time, time, ids, ids, amount, amount, flag, flag)
        .as(
            (first, more, opening, closing, before, after, start, known) ->
                new GcRunPart(
                    new GcRunPart.Clock(true, GcRunPart.NONE),
                    new GcRunPart.Span(first, first + more, first, start, false, more),
                    new GcRunPart.Edges(opening, closing),
                    new GcRunPart.Heap(before, after, before, after),
                    new GcRunPart.Known(known, !known, start)));
  }

  private static Arbitrary<Set<Input>> inputs() {
    return Arbitraries.of("aa", "bb", "cc")
        .map(
            digest ->
                new Input(
                    "gc.log." + "abc".indexOf(digest.charAt(0)),
                    "jfr",
                    digest,
                    Input.Status.READ,
                    "",
                    LineCounts.NONE,
                    Labels.NONE))
        .set();
  }

  /** Evidence of nothing but sources. */
  public static Evidence only(Set<SourceFile> sources) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(sources),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }
}

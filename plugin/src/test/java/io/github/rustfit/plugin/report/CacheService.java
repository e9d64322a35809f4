package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.Assessor;
import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.GateResult;
import io.github.rustfit.rules.assessment.Violation;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.Input;
import io.github.rustfit.rules.evidence.PauseHistogram;
import io.github.rustfit.rules.evidence.PauseTotal;
import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.SampleKey;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.SourceFile;
import io.github.rustfit.rules.evidence.Tally;
import io.github.rustfit.rules.evidence.Weight;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.Rules;
import io.github.rustfit.rules.rule.SpeedUp;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cache service under load for 15 minutes: G1 pauses are visible at p99, and its store allocates
 * most. 12,000 CPU samples, of which 2,124 belong to nobody; 4,000 allocation samples of 512 KiB.
 */
final class CacheService {

  private static final String STORE =
      "cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java";
  private static final String CODEC =
      "cache-service/src/main/java/com/acme/cache/codec/EntryCodec.java";
  private static final String HTTP =
      "cache-service/src/main/java/com/acme/cache/http/RequestRouter.java";
  private static final long MINUTES_15 = 900_000_000_000L;

  private CacheService() {}

  static Assessment assessment() {
    return with(List.of(codec(), config(), http(), metrics(), store()));
  }

  static Assessment with(List<ComponentAssessment> components) {
    return new Assessment(
        inputs(),
        policy(),
        Rules.load(Rule.class.getClassLoader()).all().stream().map(Rule::descriptor).toList(),
        profile(),
        gc(),
        new Share(0.177, 0.170271, 0.183933, 12_000),
        components,
        gate(),
        List.of(
            new Problem(
                "rustfit/canary.jfr",
                0,
                "The recording is damaged after 41.2 MiB of 63.9 MiB.",
                "Copy it again; what was read until there is used.")));
  }

  static Assessment empty() {
    return new Assessment(
        List.of(),
        Policy.DEFAULT,
        List.of(),
        ProfileSummary.EMPTY,
        GcSummary.EMPTY,
        Share.UNKNOWN,
        List.of(),
        new GateResult(List.of()),
        List.of());
  }

  static Assessment withoutRecording() {
    ComponentAssessment one =
        new Draft("cache-service/store", "com.acme.cache.store", "", 4_210)
            .reason("Gate G1 (pain) is undecided, and the verdict turns on it.")
            .wouldDecide("Attach a JFR recording with at least 1,000 CPU samples.")
            .done();
    return new Assessment(
        List.of(),
        Policy.DEFAULT,
        assessment().rules(),
        ProfileSummary.EMPTY,
        GcSummary.EMPTY,
        Share.UNKNOWN,
        List.of(one),
        new GateResult(List.of()),
        List.of());
  }

  /** What the assessor itself says of one source file and nothing else. */
  static Assessment assessed() {
    SourceFile file =
        new SourceFile(
            "cache-service",
            STORE,
            "77aa".repeat(16),
            SourceFile.Role.MAIN,
            "com.acme.cache.store",
            120,
            new TreeSet<>(List.of("java.util.List")),
            List.of());
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(List.of(file)),
            new TreeSet<>());
    Rules rules = Rules.load(Rule.class.getClassLoader());
    return new Assessor(policy(), CrateCatalogue.EMPTY, rules).assess(evidence);
  }

  private static List<Input> inputs() {
    return List.of(
        new Input(
            "rustfit/canary.jfr",
            "jfr",
            "5f1d".repeat(16),
            Input.Status.PARTIAL,
            "Damaged after 41.2 MiB of 63.9 MiB; what was read until there is used."),
        new Input("rustfit/gc.log.gz", "gc-log", "09ab".repeat(16), Input.Status.READ, ""),
        new Input("rustfit/load.jfr", "jfr", "c3e7".repeat(16), Input.Status.READ, ""));
  }

  static Policy policy() {
    return new Policy(
        "rustfit.yaml",
        List.of(
            new ComponentDefinition(
                "cache-service/store", "", List.of("com.acme.cache.store"), "team-cache")),
        Optional.of(true),
        Optional.of(
            new ServiceLevel(
                99,
                50,
                OptionalDouble.of(74),
                OptionalDouble.of(6.2),
                OptionalDouble.of(5),
                1,
                OptionalDouble.empty())),
        new Incidents(24, OptionalInt.of(0), OptionalInt.empty()),
        List.of(
            new Limit(Metric.CPU_SHARE, 0.35, Level.ERROR),
            new Limit(Metric.ALLOCATION_SHARE, 0.5, Level.WARNING),
            new Limit(Metric.GC_PAUSE_P99, 100, Level.ERROR)),
        Map.of(Verdict.REVIEW_FOR_RUST, Level.ERROR));
  }

  private static ProfileSummary profile() {
    return new ProfileSummary(
        MINUTES_15,
        Map.of(SampleKind.CPU, MINUTES_15, SampleKind.ALLOCATION, MINUTES_15),
        Map.of(
            new SampleKey(SampleKind.CPU, List.of(), ""), Weight.of(12_000, 10_000_000),
            new SampleKey(SampleKind.ALLOCATION, List.of(), "byte[]"), Weight.of(4_000, 524_288)),
        new Tally(1_350_000_000_000L, MINUTES_15),
        Tally.UNKNOWN,
        new TreeSet<>(List.of("17.0.15+6")),
        new TreeSet<>(List.of(4)));
  }

  /** 500 pauses: p50 is 40 ms, p95 is 120 ms, p99 is 180 ms, p99.9 and the maximum 212.4 ms. */
  private static GcSummary gc() {
    PauseHistogram pauses =
        pauses(400, 40_000_000)
            .merge(pauses(94, 120_000_000))
            .merge(pauses(5, 180_000_000))
            .merge(pauses(1, 212_400_000));
    return new GcSummary(
        new TreeSet<>(List.of("G1")),
        new TreeSet<>(List.of("17.0.15+6")),
        MINUTES_15,
        MINUTES_15,
        pauses,
        new TreeMap<>(
            Map.of(
                "G1 Evacuation Pause", new PauseTotal(460, 24_000_000_000L),
                "G1 Humongous Allocation", new PauseTotal(38, 4_196_200_000L),
                "System.gc()", new PauseTotal(2, 196_200_000L))),
        520,
        2,
        new Tally(113_246_208_000L, MINUTES_15),
        new Tally(121_500_000_000L, MINUTES_15),
        4L << 30,
        1_900_000_000L);
  }

  private static PauseHistogram pauses(long count, long nanos) {
    return new PauseHistogram(
        new TreeMap<>(Map.of(PauseHistogram.bucketOf(nanos), count)), count * nanos, nanos);
  }

  private static GateResult gate() {
    return new GateResult(
        List.of(
            new Violation(
                "",
                "gcPauseP99",
                Level.ERROR,
                OptionalDouble.of(180),
                "180 ms",
                OptionalDouble.of(100),
                "100 ms",
                "",
                "gcPauseP99 is 180 ms, the limit is at most 100 ms",
                "Run JDK 21 or newer with -XX:+UseZGC."),
            new Violation(
                "cache-service/store",
                "cpuShare",
                Level.ERROR,
                OptionalDouble.of(0.412),
                "41.2 % (40.3–42.1 %)",
                OptionalDouble.of(0.35),
                "35.0 %",
                STORE + ":118",
                "owns 41.2 % (40.3–42.1 %) of the CPU samples, the limit is 35.0 %",
                "Reuse the buffer instead of copying it."),
            new Violation(
                "cache-service/store",
                "allocationShare",
                Level.WARNING,
                OptionalDouble.of(0.625),
                "62.5 % (61.0–64.0 %)",
                OptionalDouble.of(0.5),
                "50.0 %",
                STORE + ":131",
                "owns 62.5 % (61.0–64.0 %) of the allocated bytes, the limit is 50.0 %",
                "Reuse the buffer instead of copying it.")));
  }

  static ComponentAssessment store() {
    Draft draft =
        new Draft("cache-service/store", "com.acme.cache.store", "team-cache", 4_210)
            .cpu(4_944, 0.412, 0.403219, 0.420838)
            .allocation(1_310_720_000L, 0.625, 0.609884, 0.639884)
            .method("com.acme.cache.store.SegmentedStore", "copyOut", STORE, 118, 0.2134, 0.262)
            .method("com.acme.cache.store.SegmentedStore$Segment", "probe", STORE, 204, 0.097, 0.3)
            .method("com.acme.cache.store.Eviction", "rank", "", 0, 0.0512, 0.0512)
            .site(
                "com.acme.cache.store.SegmentedStore",
                "copyOut",
                STORE,
                131,
                "byte[]",
                1_073_741_824L,
                0.512)
            .site(
                "com.acme.cache.store.SegmentedStore$Segment",
                "probe",
                STORE,
                209,
                "java.lang.Long",
                236_978_176L,
                0.113)
            .gates("PPPF??")
            .reason(
                "There are pauses of up to 212.4 ms under G1: 1.4 % of the requests meet a"
                    + " pause that matters.")
            .reason("The recorded JVM is 17.0.15+6.")
            .speedUp(
                new SpeedUp(
                    1.6513,
                    Optional.of(1.6824),
                    1.7149,
                    Optional.of(new SpeedUp.Estimate(1.0021, 1.1402, 1.4188))));
    answers(draft);
    findings(draft);
    return draft.done();
  }

  private static void answers(Draft draft) {
    draft
        .answer(
            Topic.HOT_PATH,
            Answer.YES,
            Fact.measured("Owns 41.2 % (40.3–42.1 %) of the CPU samples."),
            Fact.measured("1.4 % of the requests meet a pause long enough to matter; 1.0 % may."),
            Fact.declared("Observed p99 is 74.0 ms, the target is 50.0 ms: missed."))
        .unknown(
            Topic.DEFECTS,
            "Declare incidents.memorySafety in rustfit.yaml.",
            Fact.repository("It imports no native-memory or reference-count interface."))
        .unknown(
            Topic.ECONOMICS,
            "Weigh the saving against the migration: instances, prices, a person-month.",
            Fact.assumed("Expected speed-up of the process 1.00× – 1.14× – 1.42×."))
        .answer(
            Topic.ECOSYSTEM,
            Answer.YES,
            Fact.repository("It imports no library outside the Java platform."))
        .answer(
            Topic.EVIDENCE,
            Answer.YES,
            Fact.measured("12,000 CPU samples and 4,000 allocation samples in 15 min."),
            Fact.declared("The recorded load is declared to be representative."))
        .answer(
            Topic.CAUSE,
            Answer.YES,
            Fact.measured("If it cost nothing at all, the process would be 1.65× as fast."))
        .answer(
            Topic.TUNING,
            Answer.NO,
            Fact.measured("There are pauses of up to 212.4 ms under G1."),
            Fact.measured("The recorded JVM is 17.0.15+6."));
  }

  private static void findings(Draft draft) {
    draft
        .finding(
            new Finding(
                "low-pause-collector",
                "low-pause-collector",
                Level.WARNING,
                "",
                0,
                "The JVM runs G1 with pauses of up to 212.4 ms.",
                "Run JDK 21 or newer with -XX:+UseZGC, leave 25–50 % heap headroom, and record"
                    + " again.",
                true))
        .finding(
            new Finding(
                "copy-in-loop",
                "copy-in-loop:SegmentedStore.copyOut",
                Level.WARNING,
                STORE,
                131,
                "copyOut copies the whole segment for every read: 51.2 % of the allocated bytes.",
                "Hand out a read-only slice: ByteBuffer.slice(offset, length).asReadOnlyBuffer().",
                true))
        .finding(
            new Finding(
                "boxed-key",
                "boxed-key:SegmentedStore.Segment.probe",
                Level.NOTE,
                STORE,
                209,
                "The key is boxed on every probe.",
                "Use a map with primitive keys.",
                false));
  }

  static ComponentAssessment http() {
    return new Draft("cache-service/http", "com.acme.cache.http", "team-edge", 2_980)
        .cpu(2_160, 0.18, 0.173228, 0.186975)
        .allocation(419_430_400L, 0.2, 0.187893, 0.212683)
        .method("com.acme.cache.http.RequestRouter", "route", HTTP, 77, 0.11, 0.71)
        .gates("PFPF??")
        .reason("Its time goes into waiting for the store, not into its own code.")
        .answer(
            Topic.HOT_PATH,
            Answer.NO,
            Fact.measured("Its time goes into waiting for the store, not into its own code."))
        .done();
  }

  static ComponentAssessment codec() {
    return new Draft("cache-service/codec", "com.acme.cache.codec", "team-cache", 1_140)
        .cpu(1_800, 0.15, 0.143720, 0.156503)
        .allocation(314_572_800L, 0.15, 0.139270, 0.161400)
        .method("com.acme.cache.codec.EntryCodec", "decode", CODEC, 52, 0.13, 0.14)
        .gates("P?PF??")
        .reason("Gate G1 (pain) is undecided, and the verdict turns on it.")
        .wouldDecide("Between 5 % and 20 % of the CPU decides nothing; record longer.")
        .done();
  }

  static ComponentAssessment metrics() {
    return new Draft("cache-service/metrics", "com.acme.cache.metrics", "", 640)
        .cpu(960, 0.08, 0.075279, 0.084990)
        .gates("P?FF??")
        .reason("No replacement can make the process 1.10× as fast.")
        .done();
  }

  static ComponentAssessment config() {
    return new Draft("cache-service/config", "com.acme.cache.config", "team-cache", 310)
        .cpu(12, 0.001, 0.000572, 0.001747)
        .allocation(524_288L, 0.00025, 0.000044, 0.001415)
        .gates("PFFF??")
        .reason("Owns 0.1 % (0.1–0.2 %) of the CPU samples.")
        .done();
  }
}

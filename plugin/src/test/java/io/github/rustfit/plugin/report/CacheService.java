package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.Assessment;
import io.github.rustfit.rules.assessment.Assessor;
import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.GateResult;
import io.github.rustfit.rules.assessment.Violation;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.GcCpuTimes;
import io.github.rustfit.rules.evidence.GcDetails;
import io.github.rustfit.rules.evidence.GcIncident;
import io.github.rustfit.rules.evidence.GcIncidents;
import io.github.rustfit.rules.evidence.GcRuns;
import io.github.rustfit.rules.evidence.GcSetup;
import io.github.rustfit.rules.evidence.GcSummary;
import io.github.rustfit.rules.evidence.Input;
import io.github.rustfit.rules.evidence.LineCounts;
import io.github.rustfit.rules.evidence.LiveBasis;
import io.github.rustfit.rules.evidence.Metaspace;
import io.github.rustfit.rules.evidence.MutatorUtilisation;
import io.github.rustfit.rules.evidence.OperationsFact;
import io.github.rustfit.rules.evidence.OperationsFile;
import io.github.rustfit.rules.evidence.PauseHistogram;
import io.github.rustfit.rules.evidence.PauseTotal;
import io.github.rustfit.rules.evidence.Problem;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.RecordingFacts;
import io.github.rustfit.rules.evidence.RepositoryEvidence;
import io.github.rustfit.rules.evidence.RunHistory;
import io.github.rustfit.rules.evidence.SafepointTotals;
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
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.Rules;
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

  private static final long MINUTES_15 = 900_000_000_000L;

  private CacheService() {}

  static Assessment assessment() {
    return with(CacheComponents.all());
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
                "Copy it again; what was read until there is used.")),
        new RepositoryEvidence(
            new TreeMap<>(), new TreeSet<>(List.of(operations("Dockerfile", "", "-Xmx2g")))));
  }

  static OperationsFile operations(String path, String module, String option) {
    return new OperationsFile(
        OperationsFile.Kind.DOCKERFILE,
        module,
        path,
        "0a1b".repeat(16),
        new TreeSet<>(
            List.of(
                new OperationsFact(OperationsFact.Kind.RUNS_JAVA, "stage 1", "java", -1, 7),
                new OperationsFact(
                    OperationsFact.Kind.JVM_OPTION, "stage 1", option, 2L << 30, 7))));
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
        new GateResult(List.of(), List.of()),
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
        new GateResult(List.of(), List.of()),
        List.of());
  }

  /** What the assessor itself says of one source file and nothing else. */
  static Assessment assessed() {
    SourceFile file =
        new SourceFile(
            "cache-service",
            CacheComponents.STORE,
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
        new Input(
            "rustfit/gc.log.gz",
            "gc-log",
            "09ab".repeat(16),
            Input.Status.READ,
            "",
            new LineCounts(12_340, 7, 2, List.of(17L, 3_400L))),
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
            Map.of(Verdict.REVIEW_FOR_RUST, Level.ERROR))
        .with(CacheFacts.facts());
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
        new TreeSet<>(List.of(4)),
        new RecordingFacts(
            new Tally(1_800, MINUTES_15),
            new Tally(4_096, MINUTES_15),
            Tally.UNKNOWN,
            Map.of(SampleKind.LOCK, 10_000_000L, SampleKind.SOCKET, 0L),
            new TreeSet<>(List.of(1_500L)),
            new TreeSet<>(List.of(2L << 30))));
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
                "G1 Evacuation Pause", new PauseTotal(460, 24_000_000_000L, 212_400_000),
                "G1 Humongous Allocation", new PauseTotal(38, 4_196_200_000L, 180_000_000),
                "System.gc()", new PauseTotal(2, 196_200_000L, 98_100_000))),
        520,
        2,
        new Tally(113_246_208_000L, MINUTES_15),
        new Tally(121_500_000_000L, MINUTES_15),
        4L << 30,
        1_900_000_000L,
        details());
  }

  /** A live set that grows by 100 MiB a minute for ten minutes, in a heap of 4 GiB. */
  private static GcDetails details() {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int minute = 0; minute < 11; minute++) {
      run.live(LiveBasis.MIXED, minute * 60_000_000_000L, (500 + 100L * minute) << 20);
    }
    run.pause(1_000_000_000L, 212_400_000, "Pause Full", "System.gc()", -1, -1, -1);
    return GcDetails.builder()
        .kinds(
            new TreeMap<>(
                Map.of(
                    "Pause Young (Normal)", new PauseTotal(498, 28_000_000_000L, 180_000_000),
                    "Pause Full", new PauseTotal(2, 392_400_000L, 212_400_000))))
        .concurrent(new TreeMap<>(Map.of("Concurrent Mark Cycle", PauseTotal.of(1_500_000))))
        .incidents(
            new GcIncidents(
                new TreeMap<>(
                    Map.of(
                        GcIncident.EVACUATION_FAILURE, new Tally(0, MINUTES_15),
                        GcIncident.ALLOCATION_STALL, new Tally(3, MINUTES_15))),
                new TreeMap<>(Map.of("System.gc()", new PauseTotal(2, 392_400_000, 212_400_000))),
                new PauseTotal(3, 1_500_000_000L, 900_000_000),
                12))
        .safepoints(
            new SafepointTotals(
                MINUTES_15,
                pauses(10, 5_000_000),
                pauses(10, 1_000_000),
                new TreeMap<>(Map.of("Cleanup", new PauseTotal(10, 50_000_000, 5_000_000)))))
        .cpu(new GcCpuTimes(500, 100_000_000, 20_000_000, 400_000_000, 4, 1))
        .metaspace(new Metaspace(50 << 20, 60 << 20, 0))
        .promotion(new Tally(943_718_400_000L, MINUTES_15))
        .utilisation(
            new MutatorUtilisation(
                new TreeMap<>(Map.of(10_000_000L, 10_000_000L, 1_000_000_000L, 250_000_000L))))
        .setup(
            new GcSetup(
                new TreeSet<>(),
                new TreeSet<>(List.of(1L << 30)),
                new TreeSet<>(List.of(2L << 20)),
                new TreeSet<>(List.of(2)),
                new TreeSet<>(List.of(8L << 30)),
                new TreeSet<>(List.of("-Xmx4g"))))
        .runs(GcRuns.of(run.build(1, "G1", MINUTES_15, 4L << 30)))
        .build();
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
                CacheComponents.STORE + ":118",
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
                CacheComponents.STORE + ":131",
                "owns 62.5 % (61.0–64.0 %) of the allocated bytes, the limit is 50.0 %",
                "Reuse the buffer instead of copying it.")),
        List.of());
  }
}

package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.assessment.ComponentAssessment;
import io.github.rustfit.rules.assessment.Surroundings;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.EntryPoint;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.Recorded;
import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.SampleKind;
import io.github.rustfit.rules.evidence.Signature;
import io.github.rustfit.rules.evidence.SourceMethod;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.LibraryUse;
import io.github.rustfit.rules.rule.SpeedUp;
import io.github.rustfit.rules.seam.Budget;
import io.github.rustfit.rules.seam.Crossing;
import io.github.rustfit.rules.seam.Ease;
import io.github.rustfit.rules.seam.Entry;
import io.github.rustfit.rules.seam.EntryShape;
import io.github.rustfit.rules.seam.Kind;
import io.github.rustfit.rules.seam.Part;
import io.github.rustfit.rules.seam.PortDifficulty;
import io.github.rustfit.rules.seam.Seam;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The components of {@link CacheService}. */
final class CacheComponents {

  static final String STORE =
      "cache-service/src/main/java/com/acme/cache/store/SegmentedStore.java";
  private static final String CODEC =
      "cache-service/src/main/java/com/acme/cache/codec/EntryCodec.java";
  private static final String HTTP =
      "cache-service/src/main/java/com/acme/cache/http/RequestRouter.java";

  private CacheComponents() {}

  static List<ComponentAssessment> all() {
    return List.of(codec(), config(), http(), metrics(), store());
  }

  private static ComponentAssessment store() {
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
            .surroundings(surroundings())
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
    draft.economics(CacheFacts.economics());
    draft.seam(seam());
    draft.fits(4_845);
    draft.library(
        new LibraryUse(
            "com.fasterxml.jackson",
            Optional.of(crate("com.fasterxml.jackson", "serde", CrateEntry.Grade.MATURE)),
            List.of(STORE)));
    draft.library(new LibraryUse("com.acme.bus", Optional.empty(), List.of(HTTP, STORE)));
    answers(draft);
    findings(draft);
    return draft.done();
  }

  /** Half a core is saved: a tenth of it is 285,714 crossings a second of 15 + 100 + 60 ns. */
  private static Seam seam() {
    String type = "com.acme.cache.store.SegmentedStore";
    Signature signature = new Signature(1, "byte[]", List.of("java.lang.String"));
    Member member =
        new Member(type, STORE, new SourceMethod("copyOut", 118, 140, Optional.of(signature)));
    Crossing crossing =
        new Crossing(
            List.of(
                new Part(Part.OBJECT, type, Kind.STATE, 0, 0),
                new Part(Part.PARAMETER, "java.lang.String", Kind.TEXT, 1, 0),
                new Part(Part.RESULT, "byte[]", Kind.ARRAY, 0, 1)));
    return new Seam(
        List.of(new Entry(member, 0.95, 0.25, 0.01, false, crossing)),
        0.95,
        Ease.FLAT,
        EntryShape.FFI_KERNEL,
        "Everything crosses as it is.",
        false,
        List.of("The boundary is <wide>."),
        Optional.of(
            new Budget(
                0.5,
                1,
                OptionalDouble.of(175),
                OptionalDouble.of(285_714.286),
                OptionalDouble.of(571_428.571),
                OptionalDouble.of(5e8),
                OptionalDouble.of(10_000))),
        new PortDifficulty(6, 2, 3, 1, 0, 1));
  }

  /** Of 4,944 samples 2,966 come from the router; 3,263 are own code, 494 Jackson's. */
  private static Surroundings surroundings() {
    String store = "com.acme.cache.store.SegmentedStore";
    return new Surroundings(
        List.of(
            new EntryPoint(
                "com.acme.cache.http.RequestRouter.route",
                new Place(store, "copyOut", STORE, 118, true),
                Share.wilson(2_966, 4_944)),
            new EntryPoint(
                "",
                new Place(store + "$Segment", "probe", "", 0, false),
                Share.wilson(1_978, 4_944))),
        List.of(
            new LibraryShare(LibraryShare.OWN, Share.wilson(3_263, 4_944)),
            new LibraryShare(LibraryShare.JDK, Share.wilson(1_187, 4_944)),
            new LibraryShare("com.fasterxml.jackson", Share.wilson(494, 4_944))),
        List.of(
            new Recorded(SampleKind.LOCK, 42, 1_234_567_000L, 0.75),
            new Recorded(SampleKind.SOCKET, 0, 0, 0),
            new Recorded(SampleKind.EXCEPTION, 12, 12, 0.24),
            new Recorded(SampleKind.LIVE, 9, 0, 0)));
  }

  private static CrateEntry crate(String prefix, String crate, CrateEntry.Grade grade) {
    return new CrateEntry(
        List.of(prefix),
        List.of(),
        List.of(crate),
        grade,
        CrateEntry.Scope.RUNTIME,
        "yes",
        "verified(read both manuals)",
        "Derives <what> reflection does",
        false,
        "our-crates.yaml");
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
                    true)
                .ofProcess())
        .finding(
            new Finding(
                    "defensive-copy",
                    "defensive-copy:SegmentedStore.copyOut",
                    Level.WARNING,
                    STORE,
                    131,
                    "copyOut copies the whole segment for every read: 51.2 % of the allocated bytes.",
                    "Hand out a read-only slice: ByteBuffer.slice(offset, length).asReadOnlyBuffer().",
                    true)
                .costing(Share.UNKNOWN, Share.wilson(2_048, 4_000)))
        .finding(
            new Finding(
                "boxed-map-key",
                "boxed-map-key:SegmentedStore.Segment.probe",
                Level.NOTE,
                STORE,
                209,
                "The key is boxed on every probe.",
                "Use a map with primitive keys.",
                false));
  }

  private static ComponentAssessment http() {
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

  private static ComponentAssessment codec() {
    return new Draft("cache-service/codec", "com.acme.cache.codec", "team-cache", 1_140)
        .cpu(1_800, 0.15, 0.143720, 0.156503)
        .allocation(314_572_800L, 0.15, 0.139270, 0.161400)
        .method("com.acme.cache.codec.EntryCodec", "decode", CODEC, 52, 0.13, 0.14)
        .gates("P?PF??")
        .reason("Gate G1 (pain) is undecided, and the verdict turns on it.")
        .wouldDecide("Between 5 % and 20 % of the CPU decides nothing; record longer.")
        .done();
  }

  private static ComponentAssessment metrics() {
    return new Draft("cache-service/metrics", "com.acme.cache.metrics", "", 640)
        .cpu(960, 0.08, 0.075279, 0.084990)
        .gates("P?FF??")
        .reason("No replacement can make the process 1.10× as fast.")
        .done();
  }

  private static ComponentAssessment config() {
    return new Draft("cache-service/config", "com.acme.cache.config", "team-cache", 310)
        .cpu(12, 0.001, 0.000572, 0.001747)
        .allocation(524_288L, 0.00025, 0.000044, 0.001415)
        .gates("PFFF??")
        .reason("Owns 0.1 % (0.1–0.2 %) of the CPU samples.")
        .done();
  }
}

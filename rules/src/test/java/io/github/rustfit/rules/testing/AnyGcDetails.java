package io.github.rustfit.rules.testing;

import static io.github.rustfit.rules.testing.Given.SECOND;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates what GC logs say in detail; few values, many collisions. */
public final class AnyGcDetails {

  private AnyGcDetails() {}

  /** All details together; each may be unknown. */
  public static Arbitrary<GcDetails> details() {
    return Combinators.combine(
            totals(),
            incidents(),
            safepoints(),
            cpu(),
            metaspace(),
            Combinators.combine(AnyEvidence.tally(), AnyEvidence.tally()).as(Map::entry),
            utilisation(),
            Combinators.combine(setup(), runs()).as(Map::entry))
        .as(
            (kinds, incidents, safepoints, cpu, metaspace, promotion, utilisation, rest) ->
                GcDetails.builder()
                    .kinds(kinds)
                    .concurrent(kinds)
                    .incidents(incidents)
                    .safepoints(safepoints)
                    .cpu(cpu)
                    .metaspace(metaspace)
                    .promotion(promotion.getKey())
                    .promotedRegions(promotion.getValue())
                    .utilisation(utilisation)
                    .setup(rest.getKey())
                    .runs(rest.getValue())
                    .build());
  }

  private static Arbitrary<SortedMap<String, PauseTotal>> totals() {
    return Arbitraries.maps(
            Arbitraries.of("Pause Full", "Pause Remark", "Pause Young"), AnyEvidence.pauseTotal())
        .map(TreeMap::new);
  }

  /** How often what should not happen did. */
  public static Arbitrary<GcIncidents> incidents() {
    return Combinators.combine(
            Arbitraries.maps(
                Arbitraries.of(GcIncident.class), AnyEvidence.tally().filter(Tally::known)),
            totals(),
            AnyEvidence.pauseTotal(),
            Arbitraries.longs().between(-1, 9),
            AnyEvidence.pauseTotal())
        .as(
            (counts, full, stalls, regions, waits) ->
                new GcIncidents(new TreeMap<>(counts), full, stalls, regions, waits));
  }

  /** Halts of all threads, and how long it took to reach them. */
  public static Arbitrary<SafepointTotals> safepoints() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 9 * SECOND),
            AnyEvidence.pauses(),
            AnyEvidence.pauses(),
            totals())
        .as(SafepointTotals::new);
  }

  /** CPU time of pauses beside the time that they took. */
  public static Arbitrary<GcCpuTimes> cpu() {
    Arbitrary<Long> time = Arbitraries.longs().between(0, 3 * SECOND);
    return Combinators.combine(time, time, time)
        .as(GcCpuTimes::of)
        .list()
        .ofMaxSize(3)
        .map(times -> times.stream().reduce(GcCpuTimes.UNKNOWN, GcCpuTimes::merge));
  }

  /** Use of the metaspace. */
  public static Arbitrary<Metaspace> metaspace() {
    Arbitrary<Long> size = Arbitraries.longs().between(0, 1 << 20);
    return Combinators.combine(size, size, size).as(Metaspace::new);
  }

  /** The worst seconds of the program. */
  public static Arbitrary<MutatorUtilisation> utilisation() {
    return Arbitraries.maps(
            Arbitraries.of(MutatorUtilisation.WINDOWS), Arbitraries.longs().between(0, 10_000_000))
        .map(worst -> new MutatorUtilisation(new TreeMap<>(worst)));
  }

  /** Machine and options as a JVM sees them. */
  public static Arbitrary<GcSetup> setup() {
    Arbitrary<TreeSet<Long>> sizes =
        Arbitraries.of(1L << 20, 1L << 25, 1L << 30).set().map(TreeSet::new);
    return Combinators.combine(
            sizes,
            sizes,
            sizes,
            Arbitraries.of(1, 2, 4).set(),
            sizes,
            Arbitraries.of("-Xmx1g", "-XX:+UseSerialGC").set())
        .as(
            (min, initial, region, cpus, memory, flags) ->
                new GcSetup(
                    min, initial, region, new TreeSet<>(cpus), memory, new TreeSet<>(flags)));
  }

  /** More runs than are kept, too. */
  public static Arbitrary<GcRuns> runs() {
    return run()
        .list()
        .ofMaxSize(GcRuns.MOST)
        .map(all -> all.stream().map(GcRuns::of).reduce(GcRuns.NONE, GcRuns::merge));
  }

  private static Arbitrary<RunHistory> run() {
    Arbitrary<PausePoint> pause =
        Combinators.combine(
                Arbitraries.longs().between(0, 500 * SECOND),
                Arbitraries.longs().between(0, SECOND),
                Arbitraries.of("Pause Young", "Pause Full"),
                Arbitraries.longs().between(-1, 99))
            .as(
                (start, nanos, kind, size) ->
                    new PausePoint(start, nanos, kind, "", size, size, size));
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.longs().between(1, 3).map(seconds -> seconds * SECOND),
            pause.list().ofMaxSize(3))
        .as(
            (number, nanos, pauses) -> {
              RunHistory.Builder builder = new RunHistory.Builder();
              pauses.forEach(one -> Given.add(builder, one));
              pauses.forEach(one -> builder.live(LiveBasis.FULL, one.startNanos(), one.nanos()));
              return builder.build(number, "G1", nanos, 0);
            });
  }
}

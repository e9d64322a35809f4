package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two sources of one run; every figure of the one differs from that of the other. */
class GcDetailsTest {

  private static TreeMap<String, PauseTotal> totals(String name, long nanos) {
    return new TreeMap<>(Map.of(name, PauseTotal.of(nanos)));
  }

  private static GcIncidents incidents(GcIncident which, long times, long regions) {
    return new GcIncidents(
        new TreeMap<>(Map.of(which, new Tally(times, SECOND))),
        totals("full " + times, times),
        PauseTotal.of(10 * times),
        regions,
        PauseTotal.of(100 * times));
  }

  private static GcDetails details(int n, GcIncident incident) {
    return GcDetails.builder()
        .kinds(totals("kind " + n, n))
        .concurrent(totals("cycle " + n, n))
        .incidents(incidents(incident, n, n))
        .safepoints(
            new SafepointTotals(
                n, PauseHistogram.of(n), PauseHistogram.of(n), totals("stop " + n, n)))
        .cpu(GcCpuTimes.of(n, n, n))
        .metaspace(new Metaspace(n, n, n))
        .promotion(new Tally(n, n))
        .promotedRegions(new Tally(10 * n, n))
        .utilisation(new MutatorUtilisation(new TreeMap<>(Map.of(10 * MILLI, (long) n))))
        .setup(GcOf.machine(n, n))
        .runs(GcRuns.of(new RunHistory.Builder().build(n, "G1", n, n)))
        .build();
  }

  private static final GcDetails ONE = details(1, GcIncident.ALLOCATION_STALL);
  private static final GcDetails OTHER = details(2, GcIncident.ALLOCATION_STALL);

  @Test
  void details_that_are_known_are_not_taken_from_elsewhere() {
    assertThat(ONE.completedBy(OTHER, false)).isEqualTo(ONE);
    assertThat(ONE.completedBy(GcDetails.UNKNOWN, false)).isEqualTo(ONE);
  }

  /** Regions without a size are of use only beside their own run's start. */
  @Test
  void unknown_details_are_taken_but_those_of_pauses_only_with_the_pauses() {
    GcDetails without = GcDetails.UNKNOWN.completedBy(OTHER, false);

    assertThat(without.kinds()).isEmpty();
    assertThat(without.utilisation()).isEqualTo(MutatorUtilisation.UNKNOWN);
    assertThat(without.runs()).isEqualTo(GcRuns.NONE);
    assertThat(without.concurrent()).isEqualTo(OTHER.concurrent());
    assertThat(without.incidents()).isEqualTo(OTHER.incidents());
    assertThat(without.safepoints()).isEqualTo(OTHER.safepoints());
    assertThat(without.cpu()).isEqualTo(OTHER.cpu());
    assertThat(without.metaspace()).isEqualTo(OTHER.metaspace());
    assertThat(without.promotion()).isEqualTo(OTHER.promotion());
    assertThat(without.promotedRegions()).isEqualTo(Tally.UNKNOWN);
    assertThat(without.setup()).isEqualTo(OTHER.setup());
  }

  @Test
  void with_the_pauses_come_their_kinds_their_utilisation_and_their_runs() {
    GcDetails both = ONE.completedBy(OTHER, true);

    assertThat(both.kinds()).isEqualTo(OTHER.kinds());
    assertThat(both.utilisation()).isEqualTo(OTHER.utilisation());
    assertThat(both.runs()).isEqualTo(OTHER.runs());
    assertThat(both.concurrent()).isEqualTo(ONE.concurrent());
    assertThat(both.cpu()).isEqualTo(ONE.cpu());
  }

  /** The one would have told of failures and not of stalls; each count is its teller's. */
  @Test
  void counts_that_one_does_not_know_are_those_of_the_other() {
    GcIncidents one = incidents(GcIncident.EVACUATION_FAILURE, 3, GcIncidents.NOT_PRINTED);
    GcIncidents other = incidents(GcIncident.ALLOCATION_STALL, 4, 7);
    GcIncidents both = one.completedBy(other);

    assertThat(both.counts())
        .isEqualTo(
            Map.of(
                GcIncident.EVACUATION_FAILURE, new Tally(3, SECOND),
                GcIncident.ALLOCATION_STALL, new Tally(4, SECOND)));
    assertThat(both.stalls()).isEqualTo(other.stalls());
    assertThat(both.humongousRegions()).isEqualTo(7);
    assertThat(both.fullCauses()).isEqualTo(one.fullCauses());
    assertThat(both.lockerWaits()).isEqualTo(one.lockerWaits());
  }

  @Test
  void an_incident_was_seen_where_its_count_is_known_and_not_zero() {
    GcIncidents once = incidents(GcIncident.GC_LOCKER, 1, 0);
    GcIncidents never =
        new GcIncidents(
            new TreeMap<>(Map.of(GcIncident.GC_LOCKER, new Tally(0, SECOND))),
            new TreeMap<>(),
            PauseTotal.NONE,
            0,
            PauseTotal.NONE);

    assertThat(once.seen(GcIncident.GC_LOCKER)).isTrue();
    assertThat(never.seen(GcIncident.GC_LOCKER)).isFalse();
    assertThat(once.seen(GcIncident.EXPLICIT_GC)).isFalse();
    assertThat(once.of(GcIncident.EXPLICIT_GC)).isEqualTo(Tally.UNKNOWN);
  }

  /** In milliseconds: a pause starves where 100 of its real time were spent on neither side. */
  @ParameterizedTest
  @CsvSource({
    "10, 5, 115, 1, 0",
    "10, 5, 114, 0, 0",
    "150, 40, 60, 0, 0",
    "99, 100, 60, 0, 1",
    "100, 100, 60, 0, 0",
    "10, 99, 60, 0, 0",
    "0, 100, 200, 1, 1"
  })
  void a_pause_starves_or_keeps_the_system_busy(
      long user, long system, long real, long starved, long systemHeavy) {
    assertThat(GcCpuTimes.of(user * MILLI, system * MILLI, real * MILLI))
        .isEqualTo(
            new GcCpuTimes(1, user * MILLI, system * MILLI, real * MILLI, starved, systemHeavy));
  }

  @Test
  void cpu_times_of_pauses_add_up() {
    GcCpuTimes one = new GcCpuTimes(5, 10, 20, 30, 1, 2);
    GcCpuTimes other = new GcCpuTimes(7, 400, 500, 600, 3, 4);

    assertThat(one.merge(other)).isEqualTo(new GcCpuTimes(12, 410, 520, 630, 4, 6));
    assertThat(one.known()).isTrue();
    assertThat(GcCpuTimes.UNKNOWN.known()).isFalse();
    assertThat(new GcCpuTimes(1, 0, 0, 0, 1, 1).known()).isTrue();
    Records.refuseNegative(6, n -> new GcCpuTimes(n[0], n[1], n[2], n[3], n[4], n[5]));
    assertThatThrownBy(() -> new GcCpuTimes(1, 0, 0, 0, 2, 0)).hasMessageContaining("conspicuous");
    assertThatThrownBy(() -> new GcCpuTimes(1, 0, 0, 0, 0, 2)).hasMessageContaining("conspicuous");
  }

  private static SafepointTotals stops(long observed, PauseHistogram all, PauseHistogram reaching) {
    return new SafepointTotals(observed, all, reaching, new TreeMap<>());
  }

  @Test
  void reaching_is_known_where_every_safepoint_tells_it() {
    PauseHistogram one = PauseHistogram.of(5);
    PauseHistogram two = one.merge(PauseHistogram.of(7));

    assertThat(stops(9, two, two).reachingKnown()).isTrue();
    assertThat(stops(9, two, one).reachingKnown()).isFalse();
    assertThat(stops(0, two, two).reachingKnown()).isFalse();
    assertThat(stops(9, two, one).known()).isTrue();
    assertThat(SafepointTotals.UNKNOWN.known()).isFalse();
    assertThat(stops(9, two, one).merge(stops(20, one, one)).observedNanos()).isEqualTo(29);
    Records.refuseNegative(1, n -> stops(n[0], one, one));
  }

  @Test
  void of_metaspaces_the_largest_of_each_counts_and_its_use_is_what_is_known() {
    assertThat(new Metaspace(3, 40, 0).merge(new Metaspace(5, 20, 9)))
        .isEqualTo(new Metaspace(5, 40, 9));
    assertThat(new Metaspace(1, 0, 0).known()).isTrue();
    assertThat(new Metaspace(0, 5, 5).known()).isFalse();
    Records.refuseNegative(3, n -> new Metaspace(n[0], n[1], n[2]));
  }

  @Test
  void only_shenandoah_leaves_out_what_is_allocated_while_it_collects() {
    assertThat(GcBuilder.gc().collector("Generational Shenandoah").build().allocationAtLeast())
        .isTrue();
    assertThat(GcBuilder.gc().collector("G1").build().allocationAtLeast()).isFalse();
    assertThat(GcSummary.EMPTY.allocationAtLeast()).isFalse();
  }

  @Test
  void times_counts_and_heaps_of_a_summary_are_not_negative() {
    Records.refuseNegative(2, n -> new GcSummary.Time(n[0], n[1]));
    Records.refuseNegative(2, n -> new GcSummary.Count(n[0], n[1]));
    Records.refuseNegative(2, n -> new GcSummary.Heap(n[0], n[1]));
    Records.refuseNegative(3, n -> new PauseTotal(n[0], n[1], n[2]));
    Records.refuseNegative(2, n -> new PausePoint(n[0], n[1], "", "", 0, 0, 0));
    assertThat(new GcSummary.Time(5, 5).pauseObservedNanos()).isEqualTo(5);
    assertThatThrownBy(() -> new GcSummary.Time(5, 6)).hasMessageContaining("6 of 5");
  }

  @Test
  void no_more_runs_are_kept_than_there_were_and_they_stand_in_order() {
    RunHistory first = new RunHistory.Builder().build(1, "", 5, 0);
    RunHistory second = new RunHistory.Builder().build(2, "", 9, 0);

    assertThat(new GcRuns(2, List.of(second, first)).kept()).containsExactly(first, second);
    assertThatThrownBy(() -> new GcRuns(1, List.of(first, second))).hasMessageContaining("2 of 1");
  }

  @Test
  void a_window_holds_no_more_pauses_than_it_is_long() {
    assertThat(new MutatorUtilisation(new TreeMap<>(Map.of(10L, 10L))).minimum(10)).isZero();
    assertThat(new MutatorUtilisation(new TreeMap<>(Map.of(10L, 0L))).minimum(10)).isEqualTo(1);
    assertThatThrownBy(() -> new MutatorUtilisation(new TreeMap<>(Map.of(10L, 11L))))
        .hasMessageContaining("11 ns");
    assertThatThrownBy(() -> new MutatorUtilisation(new TreeMap<>(Map.of(10L, -1L))))
        .hasMessageContaining("-1 ns");
  }
}

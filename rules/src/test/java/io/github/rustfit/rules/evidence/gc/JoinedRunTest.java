package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.GcOf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A run in two logs: the first covers 0 to 10 s, the second 12 to 20 s, so that 2 s lie between
 * them and 20 s are watched.
 */
class JoinedRunTest {

  private static final GcRunPart FIRST =
      from(0, 10 * SECOND).fromStart(false).opening(0, 1).closing(0, 1).heap(8, 3).build();

  private static APart second() {
    return from(12 * SECOND, 20 * SECOND).opening(2, 3).closing(2, 3).heap(20, 5);
  }

  private static RunHistory history(int number, long seconds) {
    return new RunHistory.Builder().build(number, "", seconds * SECOND, 0);
  }

  private static GcIncidents failures(long times, long seconds) {
    return new GcIncidents(
        new TreeMap<>(Map.of(GcIncident.EVACUATION_FAILURE, new Tally(times, seconds * SECOND))),
        new TreeMap<>(Map.of("full", PauseTotal.of(times))),
        PauseTotal.of(10 * times),
        times,
        PauseTotal.of(100 * times));
  }

  /** A log that tells of everything over its seconds; its amounts are n. */
  private static GcSummary full(long n, long seconds) {
    return GcBuilder.gc()
        .nanos(seconds * SECOND, seconds * SECOND)
        .collections(2, 0)
        .allocation(new Tally(n, seconds * SECOND))
        .gcCpu(new Tally(n, seconds * SECOND))
        .details(
            GcDetails.builder()
                .incidents(failures(n, seconds))
                .safepoints(
                    new SafepointTotals(
                        seconds * SECOND,
                        PauseHistogram.of(n),
                        PauseHistogram.of(n),
                        new TreeMap<>(Map.of("stop", PauseTotal.of(n)))))
                .promotion(new Tally(n, seconds * SECOND))
                .runs(GcRuns.of(history(1, seconds)))
                .build())
        .build();
  }

  /** A log of so many seconds that tells of nothing. */
  private static GcSummary silent(long seconds) {
    return GcBuilder.gc()
        .nanos(seconds * SECOND, 0)
        .collections(2, 0)
        .details(GcDetails.builder().runs(GcRuns.of(history(1, seconds))).build())
        .build();
  }

  private static GcSummary joined(
      GcSummary one, GcRunPart first, GcSummary other, GcRunPart second) {
    return new Logs()
        .add("gc.log.0", "aa", one, first)
        .add("gc.log.1", "bb", other, second)
        .together();
  }

  private static Tally twentySeconds(long amount) {
    return new Tally(amount, 20 * SECOND);
  }

  /** The heap grew from 3 to 20 between the logs: 100 + 200 + 17. */
  @Test
  void what_lies_between_two_logs_is_watched_for_all_that_they_tell() {
    GcSummary all = joined(full(100, 10), FIRST, full(200, 8), second().build());

    assertThat(all.wallNanos()).isEqualTo(20 * SECOND);
    assertThat(all.pauseObservedNanos()).isEqualTo(20 * SECOND);
    assertThat(all.collections()).isEqualTo(4);
    assertThat(all.allocation()).isEqualTo(twentySeconds(317));
    assertThat(all.gcCpu()).isEqualTo(twentySeconds(300));
    assertThat(all.details().promotion()).isEqualTo(twentySeconds(300));
    assertThat(all.details().safepoints().observedNanos()).isEqualTo(20 * SECOND);
    assertThat(all.details().safepoints().stopped().count()).isEqualTo(2);
    assertThat(all.details().safepoints().reaching().count()).isEqualTo(2);
    assertThat(all.details().safepoints().operations()).hasSize(1);
    GcIncidents incidents = all.details().incidents();
    assertThat(incidents.of(GcIncident.EVACUATION_FAILURE)).isEqualTo(twentySeconds(300));
    assertThat(incidents.fullCauses()).isEqualTo(Map.of("full", new PauseTotal(2, 300, 200)));
    assertThat(incidents.stalls()).isEqualTo(new PauseTotal(2, 3000, 2000));
    assertThat(incidents.humongousRegions()).isEqualTo(200);
    assertThat(incidents.lockerWaits()).isEqualTo(new PauseTotal(2, 30_000, 20_000));
  }

  /** Nothing of the kind happened in the 8 s of the second log, which would have told otherwise. */
  @Test
  void a_log_that_says_nothing_of_what_another_tells_was_watched_too() {
    GcSummary all =
        joined(full(100, 10), FIRST, silent(8), second().known(false, false, false).build());

    assertThat(all.pauseObservedNanos()).isEqualTo(20 * SECOND);
    assertThat(all.allocation()).isEqualTo(twentySeconds(117));
    assertThat(all.gcCpu()).isEqualTo(twentySeconds(100));
    assertThat(all.details().promotion()).isEqualTo(twentySeconds(100));
    assertThat(all.details().safepoints().observedNanos()).isEqualTo(20 * SECOND);
    assertThat(all.details().incidents().of(GcIncident.EVACUATION_FAILURE))
        .isEqualTo(twentySeconds(100));
  }

  @Test
  void what_no_log_tells_of_remains_unknown() {
    GcRunPart first =
        from(0, 10 * SECOND)
            .fromStart(false)
            .opening(0, 1)
            .closing(0, 1)
            .known(false, false, false)
            .build();
    GcRunPart second =
        from(12 * SECOND, 20 * SECOND).opening(2).closing(2).known(false, false, false).build();
    GcSummary all = joined(silent(10), first, silent(8), second);

    assertThat(all.wallNanos()).isEqualTo(20 * SECOND);
    assertThat(all.pauseObservedNanos()).isZero();
    assertThat(all.allocation()).isEqualTo(Tally.UNKNOWN);
    assertThat(all.gcCpu()).isEqualTo(Tally.UNKNOWN);
    assertThat(all.details().promotion()).isEqualTo(Tally.UNKNOWN);
    assertThat(all.details().safepoints()).isEqualTo(SafepointTotals.UNKNOWN);
    assertThat(all.details().incidents()).isEqualTo(GcIncidents.UNKNOWN);
    assertThat(all.details().utilisation()).isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  /** Neither knows what was allocated within it; 17 came between the two. */
  @Test
  void two_logs_may_tell_only_together_what_was_allocated() {
    GcRunPart first =
        from(0, 10 * SECOND)
            .fromStart(false)
            .opening(0, 1)
            .closing(0, 1)
            .heap(8, 3)
            .known(false, false, false)
            .build();

    assertThat(
            joined(silent(10), first, silent(8), second().known(false, false, false).build())
                .allocation())
        .isEqualTo(twentySeconds(17));
  }

  @Test
  void a_collection_that_lies_in_both_logs_counts_once() {
    assertThat(
            joined(full(100, 10), FIRST, full(200, 8), second().opening(1, 2).build())
                .collections())
        .isEqualTo(3);
  }

  /** The second log counts its time from 9 s on, as a pause began there: 10 + 11 - 1 s. */
  @Test
  void time_that_both_logs_count_is_taken_off() {
    GcSummary all = joined(full(100, 10), FIRST, full(200, 11), second().begin(9 * SECOND).build());

    assertThat(all.wallNanos()).isEqualTo(20 * SECOND);
    assertThat(all.allocation().overNanos()).isEqualTo(20 * SECOND);
  }

  /** The middle log knows no heap: from 3 after the first to 20 before the third. */
  @Test
  void allocation_is_told_across_a_log_that_does_not_know_the_heap() {
    GcRunPart middle = from(10 * SECOND, 12 * SECOND).opening(2).closing(2).build();
    GcRunPart third = from(12 * SECOND, 20 * SECOND).opening(3).closing(3).heap(20, 5).build();
    GcSummary all =
        new Logs()
            .add("gc.log.0", "aa", full(100, 10), FIRST)
            .add("gc.log.1", "bb", full(30, 2), middle)
            .add("gc.log.2", "cc", full(200, 8), third)
            .together();

    assertThat(all.allocation()).isEqualTo(twentySeconds(347));
    assertThat(all.collections()).isEqualTo(6);
    assertThat(all.wallNanos()).isEqualTo(20 * SECOND);
  }

  private static GcSummary regions(long seconds, long regions, Long... sizes) {
    TreeSet<Long> none = new TreeSet<>();
    return full(100, seconds)
        .with(
            GcDetails.builder()
                .promotion(sizes.length == 0 ? Tally.UNKNOWN : new Tally(100, seconds * SECOND))
                .promotedRegions(
                    regions == 0 ? Tally.UNKNOWN : new Tally(regions, seconds * SECOND))
                .setup(
                    new GcSetup(
                        none,
                        none,
                        new TreeSet<>(Set.of(sizes)),
                        new TreeSet<>(),
                        none,
                        new TreeSet<>()))
                .runs(GcRuns.of(history(1, seconds)))
                .build());
  }

  /** The first log tells that a region has 16 bytes: 100 + 3 x 16. */
  @Test
  void regions_have_the_size_that_another_part_tells() {
    GcDetails all = joined(regions(10, 0, 16L), FIRST, regions(8, 3), second().build()).details();

    assertThat(all.promotion()).isEqualTo(twentySeconds(148));
    assertThat(all.promotedRegions()).isEqualTo(Tally.UNKNOWN);
  }

  @Test
  void regions_of_one_size_may_be_as_large_as_one_likes() {
    GcDetails all =
        joined(regions(10, 0, 1L << 40), FIRST, regions(8, 1L << 40), second().build()).details();

    assertThat(all.promotion().amount()).isEqualTo(Long.MAX_VALUE / 4 + 100);
  }

  /** Two sizes of one run cannot be: nothing is known of the 3 regions, nor of the time between. */
  @Test
  void regions_of_several_sizes_or_of_none_stay_regions() {
    for (Long[] sizes : List.of(new Long[] {16L, 32L}, new Long[0])) {
      GcDetails all =
          joined(regions(10, 0, sizes), FIRST, regions(8, 3), second().build()).details();

      assertThat(all.promotedRegions()).isEqualTo(new Tally(3, 8 * SECOND));
      assertThat(all.promotion())
          .isEqualTo(sizes.length == 0 ? Tally.UNKNOWN : new Tally(100, 10 * SECOND));
    }
  }

  /** Of another run, which is not joined, the size of regions stays unknown. */
  @Test
  void regions_of_another_run_stay_regions() {
    GcSummary all =
        new Logs()
            .add("gc.log.0", "aa", regions(10, 0, 16L), FIRST)
            .add("gc.log.1", "bb", regions(8, 3), second().build())
            .add("other.log", "cc", regions(5, 7), from(0, 5 * SECOND).build())
            .together();

    assertThat(all.details().promotedRegions()).isEqualTo(new Tally(7, 5 * SECOND));
  }

  @Test
  void setups_of_both_logs_stand_side_by_side() {
    GcSummary one = full(1, 10).with(GcDetails.builder().setup(GcOf.machine(2, 64)).build());
    GcSummary other = full(1, 8).with(GcDetails.builder().cpu(GcCpuTimes.of(1, 2, 3)).build());
    GcDetails all = joined(one, FIRST, other, second().build()).details();

    assertThat(all.setup().cpus()).containsExactly(2);
    assertThat(all.cpu()).isEqualTo(GcCpuTimes.of(1, 2, 3));
  }
}

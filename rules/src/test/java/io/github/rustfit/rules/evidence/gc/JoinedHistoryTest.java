package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.testing.GcBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a run went that two logs tell of: from 0 to 10 s, and from 10.05 to 18 s. */
class JoinedHistoryTest {

  private static final long AFTER = 10_050 * MILLI;

  private static final GcRunPart FIRST =
      from(0, 10 * SECOND).fromStart(false).opening(0, 1).closing(0, 1).build();

  private static final GcRunPart SECOND_PART =
      from(AFTER, 18 * SECOND).opening(2, 3).closing(2, 3).build();

  private static RunHistory.Builder pauses(long... startsAndLengths) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int i = 0; i < startsAndLengths.length; i += 2) {
      run.pause(
          startsAndLengths[i] * MILLI, startsAndLengths[i + 1] * MILLI, "Pause", "", -1, -1, -1);
    }
    return run;
  }

  /** The last of its pauses ends with the first log. */
  private static RunHistory.Builder one() {
    return pauses(100, 5, 9_970, 30);
  }

  /** The first of its pauses begins with the second log. */
  private static RunHistory.Builder other() {
    return pauses(0, 30, 2_000, 7);
  }

  private static GcSummary joined(GcSummary one, GcSummary other) {
    return new Logs()
        .add("gc.log.0", "aa", one, FIRST)
        .add("gc.log.1", "bb", other, SECOND_PART)
        .together();
  }

  @Test
  void pauses_and_live_sets_of_the_second_log_come_later_by_the_time_of_the_first() {
    RunHistory first = one().live(LiveBasis.FULL, SECOND, 40).build(1, "", 10 * SECOND, 64);
    RunHistory second =
        other()
            .live(LiveBasis.FULL, 2 * SECOND, 50)
            .live(LiveBasis.MIXED, SECOND, 60)
            .build(1, "G1", 7_950 * MILLI, 32);
    GcRuns runs = joined(Logs.of(first), Logs.of(second)).details().runs();

    assertThat(runs.count()).isEqualTo(1);
    RunHistory run = runs.kept().get(0);
    assertThat(run.source()).isEqualTo("aa");
    assertThat(run.number()).isEqualTo(1);
    assertThat(run.collector()).isEqualTo("G1");
    assertThat(run.nanos()).isEqualTo(18 * SECOND);
    assertThat(run.maxHeapBytes()).isEqualTo(64);
    assertThat(run.pauses().points())
        .extracting(point -> point.startNanos() / MILLI)
        .containsExactly(100L, 9_970L, 10_050L, 12_050L);
    assertThat(run.live())
        .isEqualTo(
            Map.of(
                LiveBasis.FULL,
                new LiveSeries(
                    2, List.of(new LivePoint(SECOND, 40), new LivePoint(12_050 * MILLI, 50))),
                LiveBasis.MIXED,
                new LiveSeries(1, List.of(new LivePoint(11_050 * MILLI, 60)))));
  }

  @Test
  void without_a_collector_the_run_has_none() {
    RunHistory run =
        joined(
                Logs.of(one().build(1, "", 10 * SECOND, 0)),
                Logs.of(other().build(1, "", 7_950 * MILLI, 0)))
            .details()
            .runs()
            .kept()
            .get(0);

    assertThat(run.collector()).isEmpty();
  }

  /** The first log has two runs, of which the second goes on: 3 runs of two logs are 2. */
  @Test
  void of_a_log_with_a_restart_only_the_last_run_goes_on() {
    RunHistory before = pauses(500, 3).build(1, "", 4 * SECOND, 0);
    RunHistory again = pauses(900, 4).build(2, "", 2 * SECOND, 0);
    RunHistory rest = pauses(0, 6).build(1, "", 3 * SECOND, 0);
    GcRunPart start = from(0, 4 * SECOND).fromStart(true).opening(0).closing(0).build();
    GcRunPart restart = from(0, 2 * SECOND).fromStart(true).opening(0).closing(0).build();
    GcRunPart onward = from(2 * SECOND, 5 * SECOND).opening(1).closing(1).build();
    GcRuns runs =
        new Logs()
            .add("gc.log.0", "aa", Logs.of(before, again), start, restart)
            .add("gc.log.1", "bb", Logs.of(rest), onward)
            .together()
            .details()
            .runs();

    assertThat(runs.count()).isEqualTo(2);
    assertThat(runs.kept()).extracting(RunHistory::number).containsExactly(1, 2);
    assertThat(runs.kept()).extracting(RunHistory::nanos).containsExactly(4 * SECOND, 5 * SECOND);
  }

  /** The second log ends one run and begins another, which the third ends: 3 + 2 s, and 9 + 3 s. */
  @Test
  void two_runs_may_meet_in_one_log() {
    GcRunPart opening = from(0, 3 * SECOND).fromStart(true).opening(0).closing(0).build();
    GcRunPart ending = from(3 * SECOND, 5 * SECOND).opening(1).closing(1).build();
    GcRunPart again = from(0, 9 * SECOND).fromStart(true).opening(0).closing(0).build();
    GcRunPart last = from(9 * SECOND, 12 * SECOND).opening(1).closing(1).build();
    GcSummary all =
        new Logs()
            .add("gc.log.0", "cc", Logs.of(pauses(0, 1).build(1, "", 3 * SECOND, 0)), opening)
            .add(
                "gc.log.1",
                "bb",
                Logs.of(
                    pauses(0, 2).build(1, "", 2 * SECOND, 0),
                    pauses(0, 3).build(2, "", 9 * SECOND, 0)),
                ending,
                again)
            .add("gc.log.2", "aa", Logs.of(pauses(0, 4).build(1, "", 3 * SECOND, 0)), last)
            .together();

    assertThat(all.wallNanos()).isEqualTo(17 * SECOND);
    assertThat(all.details().runs().count()).isEqualTo(2);
    assertThat(all.details().runs().kept())
        .allSatisfy(run -> assertThat(run.pauses().points()).hasSize(2))
        .extracting(RunHistory::nanos)
        .containsExactlyInAnyOrder(5 * SECOND, 12 * SECOND);
  }

  /** Two logs of one run that is kept by neither: one run, and no history. */
  @Test
  void a_run_whose_history_is_not_kept_is_still_one() {
    GcSummary lost =
        GcBuilder.gc()
            .nanos(10 * SECOND, 10 * SECOND)
            .details(GcDetails.builder().runs(new GcRuns(1, List.of())).build())
            .build();
    GcDetails all = joined(lost, lost).details();

    assertThat(all.runs()).isEqualTo(new GcRuns(1, List.of()));
    assertThat(all.utilisation()).isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  /**
   * 30 ms before 10 s and 30 ms from 10.05 s on: 10 ms hold 10, and 100 ms or a second hold 50 and
   * 60: of the 110 ms of both pauses with what lies between 100 ms cut 10 ms off.
   */
  @Test
  void the_worst_window_may_lie_across_both_logs() {
    GcSummary all =
        joined(
            Logs.of(one().build(1, "G1", 10 * SECOND, 0)),
            Logs.of(other().build(1, "G1", 7_950 * MILLI, 0)));

    assertThat(all.details().utilisation().worstNanos())
        .isEqualTo(
            Map.of(10 * MILLI, 10 * MILLI, 100 * MILLI, 50 * MILLI, 1000 * MILLI, 60 * MILLI));
  }

  private static GcSummary worst(GcSummary log, long millis) {
    return log.with(
        GcDetails.builder()
            .runs(log.details().runs())
            .utilisation(
                new MutatorUtilisation(new TreeMap<>(Map.of(1000 * MILLI, millis * MILLI))))
            .build());
  }

  @Test
  void a_worse_window_within_one_log_or_in_another_run_counts() {
    GcSummary one = Logs.of(one().build(1, "G1", 10 * SECOND, 0));
    GcSummary other = Logs.of(other().build(1, "G1", 7_950 * MILLI, 0));
    Logs logs =
        new Logs()
            .add("gc.log.0", "aa", worst(one, 70), FIRST)
            .add("gc.log.1", "bb", other, SECOND_PART);

    assertThat(logs.together().details().utilisation().worstNanos().get(1000 * MILLI))
        .isEqualTo(70 * MILLI);
    logs.add("x.log", "cc", worst(one, 80), from(0, SECOND).build());
    assertThat(logs.together().details().utilisation().worstNanos().get(1000 * MILLI))
        .isEqualTo(80 * MILLI);
  }

  /** The log tells of a pause more than its history has, which may lie anywhere. */
  @Test
  void windows_are_unknown_where_a_pause_has_no_time() {
    GcSummary one = Logs.of(one().build(1, "G1", 10 * SECOND, 0));
    GcSummary timeless =
        GcBuilder.from(one).pauses(one.pauses().merge(PauseHistogram.of(MILLI))).build();

    assertThat(
            joined(timeless, Logs.of(other().build(1, "G1", 7_950 * MILLI, 0)))
                .details()
                .utilisation())
        .isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  private static GcSummary many(long seconds, boolean atTheEnd) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int i = 0; i < 1500; i++) {
      run.pause(4 * SECOND + i * MILLI, 1000, "Pause", "", -1, -1, -1);
    }
    run.pause(atTheEnd ? 9_970 * MILLI : 0, 30 * MILLI, "Pause", "", -1, -1, -1);
    return Logs.of(run.build(1, "G1", seconds * SECOND, 0));
  }

  /** Of 1,501 pauses 1,000 are kept, and all of those in the last second: 30 ms of them. */
  @Test
  void windows_are_known_where_all_pauses_near_the_ends_are_kept() {
    assertThat(
            joined(many(10, true), Logs.of(other().build(1, "G1", 7_950 * MILLI, 0)))
                .details()
                .utilisation()
                .worstNanos()
                .get(1000 * MILLI))
        .isEqualTo(60 * MILLI);
  }

  /** Its pauses begin at 4 s, and the second that a window may share is from 4.5 s on. */
  @Test
  void windows_are_unknown_where_a_pause_near_the_ends_is_not_kept() {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int i = 0; i < 1500; i++) {
      run.pause(4 * SECOND + i * MILLI, 1000, "Pause", "", -1, -1, -1);
    }
    GcSummary one = Logs.of(run.build(1, "G1", 5_500 * MILLI, 0));

    assertThat(
            joined(one, Logs.of(other().build(1, "G1", 7_950 * MILLI, 0))).details().utilisation())
        .isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  private static GcSummary live(long largest, LiveBasis... bases) {
    RunHistory.Builder run = one();
    for (LiveBasis basis : bases) {
      run.live(basis, SECOND, largest);
    }
    return GcBuilder.from(Logs.of(run.build(1, "G1", 7 * SECOND, 0))).heap(0, largest).build();
  }

  @Test
  void what_a_collection_left_rules_out_what_marking_found_at_most() {
    assertThat(joined(live(900, LiveBasis.AT_MOST), live(300, LiveBasis.FULL)).largestLiveBytes())
        .isEqualTo(300);
    assertThat(joined(live(300, LiveBasis.MIXED), live(900, LiveBasis.AT_MOST)).largestLiveBytes())
        .isEqualTo(300);
    assertThat(
            joined(live(900, LiveBasis.AT_MOST), live(300, LiveBasis.AT_MOST)).largestLiveBytes())
        .isEqualTo(900);
    assertThat(joined(live(900, LiveBasis.FULL), live(300, LiveBasis.FULL)).largestLiveBytes())
        .isEqualTo(900);
    assertThat(joined(live(900), live(300)).largestLiveBytes()).isEqualTo(900);
  }

  @Test
  void a_run_that_is_not_joined_has_its_own_live_set() {
    List<Long> largest = new ArrayList<>();
    for (long other : List.of(200L, 400L)) {
      largest.add(
          new Logs()
              .add("gc.log.0", "aa", live(900, LiveBasis.AT_MOST), FIRST)
              .add("gc.log.1", "bb", live(300, LiveBasis.FULL), SECOND_PART)
              .add("x.log", "cc", live(other, LiveBasis.FULL), from(0, SECOND).build())
              .together()
              .largestLiveBytes());
    }
    assertThat(largest).containsExactly(300L, 400L);
  }
}

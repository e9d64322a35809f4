package io.github.rustfit.rules.evidence.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MIB = 1 << 20;

  private static void add(PauseTimeline.Builder timeline, long second, long nanos) {
    timeline.add(second * SECOND, nanos, "Pause Young", "", -1, -1, -1);
  }

  private static RunHistory live(LiveBasis basis, long... mib) {
    RunHistory.Builder builder = new RunHistory.Builder();
    for (int i = 0; i < mib.length; i++) {
      builder.live(basis, i * SECOND, mib[i] * MIB);
    }
    return builder.build(1, "G1", mib.length * SECOND, 100 * MIB);
  }

  @Test
  void keeps_the_longest_pauses_one_by_one_and_counts_all_of_them() {
    PauseTimeline.Builder builder = new PauseTimeline.Builder();
    for (int i = 0; i < 5000; i++) {
      add(builder, i, i);
    }
    PauseTimeline timeline = builder.build();
    assertThat(timeline.points()).hasSize(PauseTimeline.MOST);
    assertThat(timeline.points().get(0).nanos()).isEqualTo(4000);
    assertThat(timeline.count()).isEqualTo(5000);
    assertThat(timeline.complete()).isFalse();
    // 256 stretches of 1 ms * 2^15 are the shortest that reach 5000 s.
    assertThat(timeline.bucketNanos()).isEqualTo(32_768_000_000L);
    // The first stretch ends before 32.768 s: pauses of 0 to 32 ns.
    assertThat(timeline.buckets().get(0)).isEqualTo(new PauseTotal(33, 528, 32));
  }

  @Property(tries = 100)
  void does_not_depend_on_the_order(
      @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 3000) Long> seconds) {
    PauseTimeline.Builder forwards = new PauseTimeline.Builder();
    PauseTimeline.Builder backwards = new PauseTimeline.Builder();
    seconds.forEach(second -> add(forwards, second, second % 7));
    Collections.reverse(seconds);
    seconds.forEach(second -> add(backwards, second, second % 7));
    assertThat(backwards.build()).isEqualTo(forwards.build());
  }

  /**
   * Figures by the definition, on paper: a straight line of 2 MiB a second has that slope between
   * every pair of points, so all bounds are equal to it.
   */
  @Test
  void a_straight_line_has_its_slope_for_certain() {
    RunHistory run = live(LiveBasis.FULL, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    LiveTrend trend = run.liveTrend().orElseThrow();
    assertThat(trend.basis()).isEqualTo(LiveBasis.FULL);
    assertThat(trend.bytesPerSecond()).isEqualTo(2.0 * MIB);
    assertThat(trend.low()).isEqualTo(2.0 * MIB);
    assertThat(trend.high()).isEqualTo(2.0 * MIB);
    assertThat(trend.certainGrowthBytes()).isEqualTo(20.0 * MIB);
    assertThat(trend.suspicious(200 * MIB)).isTrue();
    assertThat(trend.suspicious(201 * MIB)).isFalse();
    assertThat(trend.suspicious(0)).isFalse();
  }

  @Test
  void one_outlier_does_not_move_the_slope() {
    RunHistory run = live(LiveBasis.FULL, 10, 12, 14, 99, 18, 20, 22, 24, 26, 28, 30);
    assertThat(run.liveTrend().orElseThrow().bytesPerSecond()).isCloseTo(2.0 * MIB, within(0.01));
  }

  /** Figures by {@code scipy.stats.theilslopes(y, x, 0.95)} of SciPy 1.17. */
  @Test
  void the_slope_and_its_bounds_are_those_that_scipy_finds() {
    RunHistory run = live(LiveBasis.FULL, 40, 44, 41, 47, 52, 49, 55, 53, 60, 58, 66, 63);
    LiveTrend trend = run.liveTrend().orElseThrow();
    assertThat(trend.bytesPerSecond() / MIB).isCloseTo(2.3333333333333335, within(1e-9));
    assertThat(trend.low() / MIB).isCloseTo(1.75, within(1e-9));
    assertThat(trend.high() / MIB).isCloseTo(2.6666666666666665, within(1e-9));
  }

  /**
   * Figures by {@code scipy.stats.theilslopes(y, x, 0.95)} of SciPy 1.17. Equal values make the
   * interval narrower: without them the upper bound would be 4.
   */
  @Test
  void equal_values_narrow_the_bounds_as_scipy_finds() {
    RunHistory run = live(LiveBasis.FULL, 20, 30, 40, 10, 40, 30, 30, 30, 40, 30, 30, 30, 50, 80);
    LiveTrend trend = run.liveTrend().orElseThrow();
    assertThat(trend.bytesPerSecond() / MIB).isCloseTo(1.1111111111111112, within(1e-9));
    assertThat(trend.low() / MIB).isCloseTo(0, within(1e-9));
    assertThat(trend.high() / MIB).isCloseTo(3.6363636363636362, within(1e-9));
  }

  @Test
  void a_series_that_begins_later_covers_the_time_from_its_first_point() {
    RunHistory.Builder builder = new RunHistory.Builder();
    IntStream.range(5, 15).forEach(i -> builder.live(LiveBasis.FULL, i * SECOND, i * MIB));
    assertThat(builder.build(1, "", 20 * SECOND, 0).liveTrend().orElseThrow().periodNanos())
        .isEqualTo(9 * SECOND);
  }

  @Test
  void ups_and_downs_are_no_trend() {
    RunHistory run = live(LiveBasis.MIXED, 20, 30, 20, 30, 20, 30, 20, 30, 20, 30, 20, 30);
    LiveTrend trend = run.liveTrend().orElseThrow();
    assertThat(trend.low()).isNotPositive();
    assertThat(trend.suspicious(100 * MIB)).isFalse();
  }

  @Test
  void nine_points_are_too_few_and_the_next_basis_is_asked() {
    assertThat(live(LiveBasis.FULL, 1, 2, 3, 4, 5, 6, 7, 8, 9).liveTrend()).isEmpty();
    RunHistory.Builder builder = new RunHistory.Builder();
    builder.live(LiveBasis.FULL, 0, 1);
    IntStream.range(0, 10).forEach(i -> builder.live(LiveBasis.AT_MOST, i * SECOND, 5));
    assertThat(builder.build(1, "", SECOND, 0).liveTrend().orElseThrow().basis())
        .isEqualTo(LiveBasis.AT_MOST);
  }

  /** Two runs that each stay level, one low and one high, are merged and show no growth. */
  @Test
  void different_runs_make_no_trend() {
    RunHistory low = live(LiveBasis.FULL, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
    RunHistory high = live(LiveBasis.FULL, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    GcRuns both = GcRuns.of(low).merge(GcRuns.of(high));
    assertThat(both.kept())
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.liveTrend().orElseThrow().bytesPerSecond()).isZero());
  }

  @Test
  void of_too_many_runs_the_longest_are_kept_and_all_are_counted() {
    GcRuns runs = GcRuns.NONE;
    for (int i = 1; i <= GcRuns.MOST + 5; i++) {
      runs = runs.merge(GcRuns.of(new RunHistory.Builder().build(i, "", i * SECOND, 0)));
    }
    assertThat(runs.count()).isEqualTo(GcRuns.MOST + 5);
    assertThat(runs.kept()).hasSize(GcRuns.MOST).allMatch(run -> run.nanos() > 5 * SECOND);
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PauseTimelineTest {

  private static final PauseTotal ONE = PauseTotal.of(2);

  private static PausePoint point(long start, long nanos) {
    return new PausePoint(start, nanos, "Pause", "", -1, -1, -1);
  }

  private static PauseTimeline line(
      long stretch, Map<Integer, PauseTotal> buckets, PausePoint... points) {
    return new PauseTimeline(List.of(points), stretch, new TreeMap<>(buckets));
  }

  /** A pause of 2 ns in each of the first three stretches of 10 ns. */
  private static PauseTimeline three() {
    return line(10, Map.of(0, ONE, 1, ONE, 2, ONE), point(5, 2), point(15, 2), point(25, 2));
  }

  @Test
  void the_pauses_of_some_stretches_are_those_that_begin_in_them() {
    assertThat(three().pauses(10, 19)).contains(List.of(point(15, 2)));
    assertThat(three().pauses(18, 21)).contains(List.of(point(15, 2), point(25, 2)));
    assertThat(three().pauses(0, 10)).contains(List.of(point(5, 2), point(15, 2)));
    assertThat(three().pauses(30, 99)).contains(List.of());
    assertThat(PauseTimeline.EMPTY.pauses(0, 99)).contains(List.of());
  }

  /** Two pauses in the second stretch, of which one is kept. */
  @Test
  void the_pauses_of_a_stretch_are_unknown_where_one_is_not_kept() {
    PauseTimeline line =
        line(
            10,
            Map.of(0, ONE, 1, new PauseTotal(2, 3, 2), 2, ONE),
            point(5, 2),
            point(15, 2),
            point(25, 2));

    assertThat(line.complete()).isFalse();
    assertThat(line.pauses(10, 19)).isEmpty();
    assertThat(line.pauses(0, 10)).isEmpty();
    assertThat(line.pauses(0, 9)).contains(List.of(point(5, 2)));
    assertThat(line.pauses(20, 99)).contains(List.of(point(25, 2)));
  }

  /** Three stretches of 10 ns end at 30, so before 33 in whole stretches of 11. */
  @Test
  void a_line_ends_before_a_time_that_its_stretches_do_not_reach() {
    assertThat(three().endsBefore(33)).isTrue();
    assertThat(three().endsBefore(30)).isFalse();
    assertThat(three().endsBefore(25)).isFalse();
    assertThat(PauseTimeline.EMPTY.endsBefore(0)).isTrue();
  }

  @Test
  void a_line_ends_before_a_time_that_its_pauses_do_not_reach() {
    PauseTimeline late = line(1, Map.of(0, ONE), point(40, 2));

    assertThat(late.endsBefore(41)).isTrue();
    assertThat(late.endsBefore(40)).isFalse();
  }

  @Test
  void points_in_order_and_stretches_that_fit_make_a_line() {
    assertThat(line(0, Map.of()).count()).isZero();
    assertThatThrownBy(() -> line(10, Map.of(0, ONE), point(15, 2), point(5, 2)))
        .hasMessageContaining("out of order");
    assertThatThrownBy(() -> line(10, Map.of(-1, ONE), point(5, 2)))
        .hasMessageContaining("before the start");
    assertThatThrownBy(() -> line(-1, Map.of(0, ONE))).hasMessageContaining("-1 ns");
    assertThatThrownBy(() -> line(0, Map.of(0, ONE))).hasMessageContaining("of 0 ns");
    assertThatThrownBy(() -> line(10, Map.of())).hasMessageContaining("of 10 ns");
  }

  @Test
  void a_thousand_points_and_256_stretches_are_the_most() {
    List<PausePoint> points = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      points.add(point(i, 2));
    }
    TreeMap<Integer, PauseTotal> stretches = new TreeMap<>();
    for (int i = 0; i < 256; i++) {
      stretches.put(i, ONE);
    }
    assertThat(new PauseTimeline(points, 10, stretches).points()).hasSize(1000);
    stretches.put(256, ONE);
    assertThatThrownBy(() -> new PauseTimeline(List.of(), 10, stretches))
        .hasMessageContaining("than are kept");
    points.add(point(1000, 2));
    assertThatThrownBy(() -> new PauseTimeline(points, 10, new TreeMap<>(Map.of(0, ONE))))
        .hasMessageContaining("than are kept");
  }

  private static void add(PauseTimeline.Builder to, long start, long nanos) {
    to.add(start, nanos, "Pause", "", -1, -1, -1);
  }

  /** Of 1,002 that are equally long the two last are not kept, whichever came first. */
  @Test
  void of_equally_long_pauses_the_earlier_are_kept() {
    PauseTimeline.Builder builder = new PauseTimeline.Builder();
    for (int second = 1; second <= 1001; second++) {
      add(builder, second * SECOND, 5);
    }
    add(builder, 0, 5);
    PauseTimeline line = builder.build();

    assertThat(line.points()).hasSize(1000);
    assertThat(line.points().get(0).startNanos()).isZero();
    assertThat(line.points().get(999).startNanos()).isEqualTo(999 * SECOND);
  }

  @Test
  void stretches_without_a_pause_are_absent() {
    PauseTimeline.Builder builder = new PauseTimeline.Builder();
    add(builder, 0, 7);
    add(builder, 255 * MILLI, 9);
    PauseTimeline line = builder.build();

    assertThat(line.bucketNanos()).isEqualTo(MILLI);
    assertThat(line.buckets()).isEqualTo(Map.of(0, PauseTotal.of(7), 255, PauseTotal.of(9)));
    // one more millisecond is the first that 256 stretches of 1 ms do not reach
    add(builder, 256 * MILLI, 11);
    assertThat(builder.build().bucketNanos()).isEqualTo(2 * MILLI);
    assertThat(builder.build().buckets())
        .isEqualTo(Map.of(0, PauseTotal.of(7), 127, PauseTotal.of(9), 128, PauseTotal.of(11)));
  }

  @Test
  void a_line_that_keeps_all_pauses_is_added_pause_by_pause_and_later() {
    PauseTimeline.Builder first = new PauseTimeline.Builder();
    add(first, MILLI, 7);
    add(first, 300 * MILLI, 9);
    PauseTimeline.Builder later = new PauseTimeline.Builder();
    add(later, 3 * MILLI, 7);
    add(later, 302 * MILLI, 9);

    assertThat(new PauseTimeline.Builder().addAll(first.build(), 2 * MILLI).build())
        .isEqualTo(later.build());
  }

  /** Stretches of 10 ms that begin at 0 and 30 ms begin at 20 and 50 ms, 20 ms later. */
  @Test
  void a_line_that_does_not_keep_all_is_added_stretch_by_stretch() {
    PauseTimeline line =
        line(
            10 * MILLI,
            Map.of(0, new PauseTotal(3, 6, 3), 3, PauseTotal.of(9)),
            point(31 * MILLI, 9));

    assertThat(new PauseTimeline.Builder().addAll(line, 20 * MILLI).build())
        .isEqualTo(
            line(
                MILLI,
                Map.of(20, new PauseTotal(3, 6, 3), 50, PauseTotal.of(9)),
                point(51 * MILLI, 9)));
  }

  @Test
  void what_is_live_is_the_lowest_of_each_stretch_and_of_equals_the_earlier() {
    LiveSeries.Builder series = new LiveSeries.Builder();
    series.add(MILLI, 9).add(MILLI + 3, 5).add(MILLI + 2, 5).add(MILLI + 1, 6).add(4 * MILLI, 8);
    LiveSeries live = series.build();

    assertThat(live)
        .isEqualTo(
            new LiveSeries(5, List.of(new LivePoint(MILLI + 2, 5), new LivePoint(4 * MILLI, 8))));
    LiveSeries twice = series.addAll(live, 10 * MILLI).build();
    assertThat(twice.collections()).isEqualTo(10);
    assertThat(twice.points())
        .containsExactly(
            new LivePoint(MILLI + 2, 5),
            new LivePoint(4 * MILLI, 8),
            new LivePoint(11 * MILLI + 2, 5),
            new LivePoint(14 * MILLI, 8));
  }

  /** 256 stretches of 1 ms end before 256 ms, which makes them 2 ms long: 0 and 1 ms are one. */
  @Test
  void neighbours_join_where_a_series_grows_out_of_its_stretches() {
    LiveSeries.Builder series = new LiveSeries.Builder();
    series.add(0, 5).add(MILLI, 6).add(255 * MILLI, 8);

    assertThat(series.build().points()).hasSize(3);
    assertThat(series.add(256 * MILLI, 7).build().points())
        .containsExactly(
            new LivePoint(0, 5), new LivePoint(255 * MILLI, 8), new LivePoint(256 * MILLI, 7));
  }

  @Test
  void points_of_what_is_live_are_in_order_and_no_more_than_collections() {
    LivePoint early = new LivePoint(1, 9);
    LivePoint late = new LivePoint(2, 8);

    Records.stand(List.of(early, late, new LivePoint(2, 9)));
    Records.refuseNegative(2, n -> new LivePoint(n[0], n[1]));
    assertThatThrownBy(() -> new LiveSeries(2, List.of(late, early)))
        .hasMessageContaining("out of order");
    assertThatThrownBy(() -> new LiveSeries(1, List.of(early, late)))
        .hasMessageContaining("2 points of 1");
    assertThatThrownBy(() -> new LiveSeries(1, List.of())).hasMessageContaining("0 points");
    assertThat(early.lower(new LivePoint(0, 9))).isEqualTo(new LivePoint(0, 9));
    assertThat(early.lower(late)).isEqualTo(late);
    assertThat(late.lower(early)).isEqualTo(late);
  }

  private static RunHistory run(String source, int number, long nanos, PauseTimeline pauses) {
    LiveSeries live = new LiveSeries(1, List.of(new LivePoint(20, 1)));
    return new RunHistory(
        source, number, "", nanos, 0, pauses, new TreeMap<>(Map.of(LiveBasis.FULL, live)));
  }

  @Test
  void runs_stand_by_source_number_and_length() {
    Records.stand(
        List.of(
            run("a", 2, 9, three()),
            run("b", 1, 9, three()),
            run("b", 2, 8, three()),
            run("b", 2, 9, PauseTimeline.EMPTY)));
    Records.refuseNegative(
        2, n -> new RunHistory("", 1, "", n[0], n[1], PauseTimeline.EMPTY, new TreeMap<>()));
    assertThatThrownBy(() -> run("a", 0, 9, three())).hasMessageContaining("run 0");
  }

  /** Pauses reach 30, what was live is known at 20. */
  @Test
  void a_run_ends_before_a_time_that_nothing_of_it_reaches() {
    assertThat(run("a", 1, 25, three()).endsBefore(33)).isTrue();
    assertThat(run("a", 1, 33, three()).endsBefore(33)).isFalse();
    assertThat(run("a", 1, 25, three()).endsBefore(30)).isFalse();
    assertThat(run("a", 1, 1, PauseTimeline.EMPTY).endsBefore(21)).isTrue();
    assertThat(run("a", 1, 1, PauseTimeline.EMPTY).endsBefore(20)).isFalse();
  }
}

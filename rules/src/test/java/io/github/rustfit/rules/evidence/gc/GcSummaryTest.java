package io.github.rustfit.rules.evidence.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.testing.GcBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two logs of which no two figures are the same; what they make together is added up by hand. */
class GcSummaryTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final long MIB = 1 << 20;

  private static GcSummary.Jvms jvms(String collector, String version) {
    return new GcSummary.Jvms(new TreeSet<>(List.of(collector)), new TreeSet<>(List.of(version)));
  }

  private static GcSummary one() {
    return new GcSummary(
        jvms("G1", "21.0.7+6"),
        new GcSummary.Time(101 * SECOND, 97 * SECOND),
        PauseHistogram.of(11 * MS).merge(PauseHistogram.of(31 * MS)),
        new TreeMap<>(Map.of("a", new PauseTotal(2, 42 * MS, 31 * MS))),
        new GcSummary.Count(7, 3),
        new Tally(1_009, 89 * SECOND),
        new Tally(5 * SECOND, 83 * SECOND),
        new GcSummary.Heap(3_001 * MIB, 1_499 * MIB),
        GcDetails.UNKNOWN);
  }

  private static GcSummary other() {
    return new GcSummary(
        jvms("ZGC", "25+36"),
        new GcSummary.Time(53 * SECOND, 47 * SECOND),
        PauseHistogram.of(17 * MS),
        new TreeMap<>(
            Map.of(
                "a",
                new PauseTotal(1, 17 * MS, 17 * MS),
                "b",
                new PauseTotal(4, 19 * MS, 13 * MS))),
        new GcSummary.Count(13, 1),
        new Tally(2_003, 43 * SECOND),
        new Tally(2 * SECOND, 41 * SECOND),
        new GcSummary.Heap(2_003 * MIB, 1_301 * MIB),
        GcDetails.UNKNOWN);
  }

  @Test
  void times_and_counts_of_two_logs_add_up() {
    GcSummary both = one().merge(other());

    assertThat(both.wallNanos()).isEqualTo(154 * SECOND);
    assertThat(both.pauseObservedNanos()).isEqualTo(144 * SECOND);
    assertThat(both.pauses().count()).isEqualTo(3);
    assertThat(both.pauses().totalNanos()).isEqualTo(59 * MS);
    assertThat(both.pauses().maxNanos()).isEqualTo(31 * MS);
    assertThat(both.collections()).isEqualTo(20);
    assertThat(both.fullCollections()).isEqualTo(4);
    assertThat(both.allocation()).isEqualTo(new Tally(3_012, 132 * SECOND));
    assertThat(both.gcCpu()).isEqualTo(new Tally(7 * SECOND, 124 * SECOND));
    assertThat(both.collectors()).containsExactly("G1", "ZGC");
    assertThat(both.jvmVersions()).containsExactly("21.0.7+6", "25+36");
    assertThat(both.causes())
        .containsExactly(
            Map.entry("a", new PauseTotal(3, 59 * MS, 31 * MS)),
            Map.entry("b", new PauseTotal(4, 19 * MS, 13 * MS)));
  }

  @Test
  void of_heap_limits_and_live_sets_of_two_logs_the_largest_counts() {
    for (GcSummary both : List.of(one().merge(other()), other().merge(one()))) {
      assertThat(both.maxHeapBytes()).isEqualTo(3_001 * MIB);
      assertThat(both.largestLiveBytes()).isEqualTo(1_499 * MIB);
    }
  }

  /** 42 ms of 97 s. */
  @Test
  void the_share_of_pauses_is_that_of_the_time_in_which_they_were_observed() {
    assertThat(one().pauseRatio()).isCloseTo(0.042 / 97, within(1e-12));
    assertThat(one().throughput()).isCloseTo(1 - 0.042 / 97, within(1e-12));
    assertThat(GcSummary.EMPTY.pauseRatio()).isZero();
    assertThat(GcSummary.EMPTY.throughput()).isEqualTo(1);
  }

  /** A log whose lines have no time proves no more time than its own pauses. */
  @Test
  void without_more_time_than_the_pauses_themselves_no_rate_can_be_stated() {
    GcSummary timeless =
        GcBuilder.gc()
            .nanos(11 * MS, 11 * MS)
            .pauses(PauseHistogram.of(11 * MS))
            .collections(1, 0)
            .build();

    assertThat(timeless.timed()).isFalse();
    assertThat(timeless.pausesKnown()).isTrue();
    assertThat(timeless.known()).isTrue();
    assertThat(one().timed()).isTrue();
    assertThat(GcSummary.EMPTY.known()).isFalse();
    assertThat(GcSummary.EMPTY.pausesKnown()).isFalse();
  }

  @Test
  void what_is_known_is_not_taken_from_another_source() {
    assertThat(one().completedBy(other())).isEqualTo(one());
  }

  @Test
  void what_is_not_known_is_taken_from_another_source_of_the_same_runs() {
    assertThat(GcSummary.EMPTY.completedBy(one()))
        .usingRecursiveComparison()
        .ignoringFields("time", "count")
        .isEqualTo(one());
    assertThat(GcSummary.EMPTY.completedBy(one()).wallNanos()).isEqualTo(97 * SECOND);
    assertThat(GcSummary.EMPTY.completedBy(one()).pauseObservedNanos()).isEqualTo(97 * SECOND);
    assertThat(GcSummary.EMPTY.completedBy(one()).collections()).isZero();
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseHistogramTest {

  private static final double WITHIN_ONE_PER_MILLE = 0.001;

  private static PauseHistogram of(List<Long> pauses) {
    PauseHistogram.Builder builder = new PauseHistogram.Builder();
    pauses.forEach(builder::add);
    return builder.build();
  }

  /** The nearest rank is the ⌈p/100·n⌉-th smallest, counted over the sorted pauses themselves. */
  @Property
  void percentile_is_the_nearest_rank_within_a_per_mille(
      @ForAll @NotEmpty List<@LongRange(min = 0, max = 10_000_000_000L) Long> pauses,
      @ForAll @DoubleRange(min = 0.1, max = 100) double percentile) {
    List<Long> sorted = pauses.stream().sorted().toList();
    int rank = Math.max(1, (int) Math.ceil(percentile / 100 * sorted.size() - 1e-9));
    long exact = sorted.get(rank - 1);

    assertThat((double) of(pauses).percentileNanos(percentile))
        .isCloseTo(exact, within(exact * WITHIN_ONE_PER_MILLE));
  }

  /** Of the pauses 1 to 1000 ms the 50th percentile is 500, the 99.9th is 999 ms. */
  @Test
  void percentiles_of_1_to_1000_ms_are_known() {
    PauseHistogram.Builder builder = new PauseHistogram.Builder();
    for (int ms = 1000; ms >= 1; ms--) {
      builder.add(ms * MILLI);
    }
    PauseHistogram pauses = builder.build();

    assertThat(pauses.count()).isEqualTo(1000);
    assertThat(pauses.totalNanos()).isEqualTo(500_500 * MILLI);
    assertThat(pauses.meanNanos()).isEqualTo(500.5 * MILLI);
    assertThat(pauses.maxNanos()).isEqualTo(1000 * MILLI);
    assertThat(pauses.percentileNanos(50) / 1e6).isCloseTo(500, within(0.5));
    assertThat(pauses.percentileNanos(99.9) / 1e6).isCloseTo(999, within(0.999));
    assertThat(pauses.percentileNanos(100) / 1e6).isCloseTo(1000, within(1.0));
    assertThat(pauses.countAtLeast(900 * MILLI)).isEqualTo(101);
    assertThat(pauses.totalNanosAtLeast(900 * MILLI) / 1e6).isCloseTo(95_950, within(96.0));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 1023, 1024, 2047, 2048, 4095, 4096, 1L << 40, (1L << 41) - 1, Long.MAX_VALUE})
  void a_pause_lies_in_its_bucket_and_the_buckets_do_not_fold_back(long nanos) {
    int bucket = PauseHistogram.bucketOf(nanos);

    assertThat((double) PauseHistogram.middleOf(bucket)).isCloseTo(nanos, within(nanos / 1024.0));
    assertThat(nanos == 0 ? -1 : PauseHistogram.bucketOf(nanos - 1)).isBetween(-1, bucket);
  }

  @Test
  void up_to_2047_ns_every_nanosecond_has_its_own_bucket_then_two_share_one() {
    assertThat(PauseHistogram.bucketOf(2046)).isEqualTo(2046);
    assertThat(PauseHistogram.bucketOf(2047)).isEqualTo(2047);
    assertThat(PauseHistogram.bucketOf(2048)).isEqualTo(2048);
    assertThat(PauseHistogram.bucketOf(2049)).isEqualTo(2048);
    assertThat(PauseHistogram.bucketOf(2050)).isEqualTo(2049);
  }

  @Property
  void builder_and_merge_of_single_pauses_agree(
      @ForAll List<@LongRange(min = 0, max = 1L << 40) Long> pauses) {
    PauseHistogram merged = PauseHistogram.EMPTY;
    for (long pause : pauses) {
      merged = merged.merge(PauseHistogram.of(pause));
    }
    assertThat(merged).isEqualTo(of(pauses));
  }

  @Test
  void without_pauses_every_figure_is_zero() {
    assertThat(PauseHistogram.EMPTY.percentileNanos(99)).isZero();
    assertThat(PauseHistogram.EMPTY.meanNanos()).isZero();
    assertThat(PauseHistogram.EMPTY.countAtLeast(0)).isZero();
  }

  /** Two of 5 ns and one of 9 are 19 ns; of three the first, the second and the third by rank. */
  @Test
  void pauses_of_a_few_nanoseconds_are_told_exactly() {
    PauseHistogram pauses = new PauseHistogram.Builder().add(9).add(5).add(5).build();

    assertThat(pauses.nanosAt(1)).isEqualTo(5);
    assertThat(pauses.nanosAt(2)).isEqualTo(5);
    assertThat(pauses.nanosAt(3)).isEqualTo(9);
    assertThat(pauses.nanosAt(4)).isEqualTo(9);
    assertThat(pauses.totalNanosAtLeast(5)).isEqualTo(19);
    assertThat(pauses.totalNanosAtLeast(6)).isEqualTo(9);
    // (5 + 5 + 9)² / (25 + 25 + 81) = 361 / 131 = 2.76
    assertThat(pauses.effectiveCount()).isEqualTo(3);
    // eight of 1 ns and one of 9 are worth (8 + 9)² / (8 + 81) = 289 / 89 = 3.2
    PauseHistogram.Builder uneven = new PauseHistogram.Builder().add(9);
    for (int i = 0; i < 8; i++) {
      uneven.add(1);
    }
    assertThat(uneven.build().effectiveCount()).isEqualTo(3);
  }

  /** From 2048 ns on buckets are 2 ns wide, from 4096 on 4 ns: 2050 to 2051, 4100 to 4103. */
  @Test
  void the_middle_of_a_bucket_lies_between_its_edges() {
    assertThat(PauseHistogram.middleOf(PauseHistogram.bucketOf(1024))).isEqualTo(1024);
    assertThat(PauseHistogram.middleOf(PauseHistogram.bucketOf(2050))).isEqualTo(2051);
    assertThat(PauseHistogram.middleOf(PauseHistogram.bucketOf(4101))).isEqualTo(4102);
  }

  @Test
  void a_builder_that_goes_on_does_not_change_what_it_built() {
    PauseHistogram.Builder builder = new PauseHistogram.Builder().add(5);
    PauseHistogram first = builder.build();
    builder.add(7);

    assertThat(first).isEqualTo(PauseHistogram.of(5));
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> PauseHistogram.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PauseHistogram.EMPTY.percentileNanos(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PauseHistogram.EMPTY.percentileNanos(100.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertRefused(Map.of(5, 0L), 5, 5);
    assertRefused(Map.of(5, 1L), 4, 5);
    assertRefused(Map.of(5, 1L), 9, 9);
    assertRefused(Map.of(), 1, 0);
  }

  private static void assertRefused(Map<Integer, Long> buckets, long total, long max) {
    assertThatThrownBy(() -> new PauseHistogram(new TreeMap<>(buckets), total, max))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void buckets_cannot_be_changed_from_outside() {
    TreeMap<Integer, Long> buckets = new TreeMap<>(Map.of(5, 1L));
    PauseHistogram histogram = new PauseHistogram(buckets, 5, 5);
    buckets.clear();

    assertThat(histogram.buckets()).isEqualTo(Collections.singletonMap(5, 1L));
  }
}

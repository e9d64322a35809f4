package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.evidence.gc.APart.ids;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.gc.GcRunPart.Clock;
import io.github.rustfit.rules.evidence.gc.GcRunPart.Heap;
import io.github.rustfit.rules.evidence.gc.GcRunPart.Ids;
import io.github.rustfit.rules.evidence.gc.GcRunPart.Span;
import io.github.rustfit.rules.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcRunPartTest {

  private static final Ids NONE = Ids.NOTHING;

  private static void common(Ids one, Ids other, int expected) {
    assertThat(one.common(other)).isEqualTo(expected);
    assertThat(other.common(one)).isEqualTo(expected);
  }

  @Test
  void collections_that_both_have_are_counted_by_their_numbers() {
    common(ids(1, 2, 3), ids(2, 3, 4), 2);
    common(ids(1, 2, 3), ids(4, 5), 0);
    common(ids(1, 3, 5), ids(1, 2, 5), 2);
    common(ids(7), NONE, 0);
  }

  /** Of two that are 63 apart the lower one is the last that is remembered. */
  @Test
  void collections_beyond_64_are_forgotten() {
    common(ids(37, 100), ids(37), 1);
    common(ids(100), ids(36), 0);
    common(ids(100), ids(0), 0);
  }

  @Test
  void the_latest_of_both_are_those_of_either_below_the_higher_number() {
    assertThat(ids(1, 2).with(ids(3))).isEqualTo(ids(1, 2, 3));
    assertThat(ids(3).with(ids(1, 2))).isEqualTo(ids(1, 2, 3));
    assertThat(ids(3).with(NONE)).isEqualTo(ids(3));
    assertThat(NONE.with(ids(3))).isEqualTo(ids(3));
  }

  @Test
  void the_smallest_number_above_another_is_the_next_that_was_seen() {
    assertThat(ids(5, 7, 9).smallestAbove(GcRunPart.NONE)).isEqualTo(5);
    assertThat(ids(5, 7, 9).smallestAbove(5)).isEqualTo(7);
    assertThat(ids(5, 7, 9).smallestAbove(6)).isEqualTo(7);
    assertThat(ids(5, 7, 9).smallestAbove(8)).isEqualTo(9);
    assertThat(ids(5, 7, 9).smallestAbove(9)).isEqualTo(GcRunPart.NONE);
    assertThat(ids(0, 63).smallestAbove(GcRunPart.NONE)).isZero();
    assertThat(NONE.smallestAbove(GcRunPart.NONE)).isEqualTo(GcRunPart.NONE);
  }

  @Test
  void times_are_not_negative_and_sums_of_them_stay_in_range() {
    Records.refuseNegative(4, n -> new Span(n[0], n[1], n[2], false, false, n[3]));
    assertThat(new Span(0, 0, 0, false, false, GcRunPart.MOST).nanos()).isEqualTo(GcRunPart.MOST);
    assertThatThrownBy(() -> new Span(0, 0, 0, false, false, GcRunPart.MOST + 1))
        .hasMessageContaining("out of bounds");
    assertThat(new Clock(true, GcRunPart.NONE).started()).isEqualTo(-1);
    assertThatThrownBy(() -> new Clock(true, -2)).hasMessageContaining("negative time");
  }

  @Test
  void amounts_of_the_heap_may_be_unknown_but_not_negative() {
    Records.refuseNegative(4, n -> new Heap(2 * n[0], 2 * n[1], 2 * n[2], 2 * n[3]));
    assertThat(new Heap(-1, -1, -1, -1).heapBefore()).isEqualTo(GcRunPart.NONE);
    assertThatThrownBy(() -> new Heap(0, 0, 0, GcRunPart.MOST + 1))
        .hasMessageContaining("out of bounds");
  }

  /** The other part ends at 100 s. */
  @ParameterizedTest
  @CsvSource({
    "100, 110, true",
    "99, 110, true",
    "98, 110, false",
    "99, 100, true",
    "99, 99, false",
    "100, 100, true"
  })
  void a_later_part_begins_no_more_than_a_second_before_the_other_ends(
      long first, long last, boolean later) {
    GcRunPart other = from(0, 100 * SECOND).build();

    assertThat(from(first * SECOND, last * SECOND).build().laterThan(other)).isEqualTo(later);
  }

  @Test
  void a_part_with_which_the_jvm_says_it_starts_is_not_later() {
    GcRunPart other = from(0, 100).build();

    assertThat(from(100, 110).fromStart(true).build().laterThan(other)).isFalse();
    assertThat(from(100, 110).fromStart(false).build().laterThan(other)).isTrue();
  }

  /** A clock may be set by a minute while a JVM runs. */
  @ParameterizedTest
  @CsvSource({
    "true, 1000, true",
    "true, 1060, true",
    "true, 940, true",
    "true, 1061, false",
    "true, 939, false",
    "false, 1000, false"
  })
  void parts_of_one_run_tell_about_the_same_start(boolean uptime, long start, boolean agree) {
    GcRunPart other = from(0, 100).clock(true, 1000 * SECOND).build();
    GcRunPart later = from(100, 110).clock(uptime, start * SECOND).build();

    assertThat(later.laterThan(other)).isEqualTo(agree);
  }

  @Test
  void parts_that_do_not_tell_their_start_may_be_of_one_run() {
    GcRunPart told = from(0, 100).clock(true, 1000 * SECOND).build();
    GcRunPart untold = from(0, 100).build();

    assertThat(from(100, 110).build().laterThan(told)).isTrue();
    assertThat(from(100, 110).clock(true, 9).build().laterThan(untold)).isTrue();
  }

  /** The run is known to the collections 3 and 4. */
  @Test
  void a_part_goes_on_with_the_next_number_or_with_one_that_is_known() {
    assertContinues(true, 5, 6);
    assertContinues(true, 4, 5);
    assertContinues(true, 4);
    assertContinues(true, 3);
    assertContinues(false, 6);
    assertContinues(false, 1, 2);
  }

  private static void assertContinues(boolean expected, long... opening) {
    GcRunPart other = from(0, 100).closing(3, 4).build();
    GcRunPart part = from(100, 110).opening(opening).build();

    assertThat(part.continues(other, ids(3, 4))).isEqualTo(expected);
  }

  @Test
  void without_numbers_a_later_part_may_go_on_and_an_earlier_may_not() {
    GcRunPart other = from(0, 100 * SECOND).build();
    GcRunPart later = from(100 * SECOND, 110 * SECOND).build();
    GcRunPart earlier = from(0, 90 * SECOND).build();

    assertThat(later.continues(other, NONE)).isTrue();
    assertThat(later.continues(other, ids(4))).isTrue();
    assertThat(earlier.continues(other, NONE)).isFalse();
  }

  @Test
  void a_part_from_a_start_goes_on_only_with_a_collection_that_is_known() {
    GcRunPart other = from(0, 100).closing(3, 4).build();

    assertThat(from(100, 110).fromStart(false).opening(5).build().continues(other, ids(3, 4)))
        .isFalse();
    assertThat(from(100, 110).fromStart(false).opening(4, 5).build().continues(other, ids(3, 4)))
        .isTrue();
  }

  /** The JVM started in the other part and did not collect there, so the first collection is 0. */
  @Test
  void after_a_start_without_collections_the_first_is_number_0() {
    GcRunPart idle = from(0, 100).fromStart(true).build();

    assertThat(from(100, 110).opening(0, 1).build().continues(idle, NONE)).isTrue();
    assertThat(from(100, 110).fromStart(false).opening(0, 1).build().continues(idle, NONE))
        .isTrue();
    assertThat(from(100, 110).opening(1, 2).build().continues(idle, NONE)).isFalse();
    assertThat(from(100, 110).build().continues(idle, NONE)).isTrue();
    assertThat(from(100, 110).fromStart(false).opening(5).build().continues(idle, ids(3, 4)))
        .isFalse();
    assertThat(from(100, 110).opening(1).build().continues(from(0, 100).build(), NONE)).isTrue();
  }

  @Test
  void between_two_parts_lies_what_neither_covers_and_a_year_at_most() {
    long year = 366L * 24 * 3600 * SECOND;
    GcRunPart other = from(0, 100).build();

    assertThat(from(130, 140).build().nanosSince(other)).isEqualTo(30);
    assertThat(from(130, 140).begin(95).build().nanosSince(other)).isEqualTo(-5);
    assertThat(from(2 * year, 2 * year).build().nanosSince(other)).isEqualTo(year);
  }

  @Test
  void what_the_heap_grew_by_since_the_last_collection_was_allocated() {
    GcRunPart other = from(0, 100).heap(20, 3).build();

    assertThat(from(100, 110).heap(10, 4).build().allocatedSince(other)).isEqualTo(7);
    assertThat(from(100, 110).heap(2, 1).build().allocatedSince(other)).isZero();
    // what it counts from its own start, 10, is counted there already
    assertThat(from(100, 110).fromStart(false).heap(10, 4).build().allocatedSince(other))
        .isEqualTo(-3);
  }

  @Test
  void what_the_heap_grew_by_is_unknown_where_either_end_is() {
    GcRunPart known = from(0, 100).heap(20, 3).build();

    assertThat(from(100, 110).heap(-1, 4).build().allocatedSince(known)).isZero();
    assertThat(from(100, 110).heap(-1, 4).build().allocationSinceKnown(known)).isFalse();
    assertThat(known.allocatedSince(from(0, 100).heap(20, -1).build())).isZero();
    assertThat(known.allocationSinceKnown(from(0, 100).heap(20, -1).build())).isFalse();
    assertThat(known.allocationSinceKnown(known)).isTrue();
  }

  /** A cycle frees memory in parts: what it found before is not what was allocated since. */
  @Test
  void within_a_cycle_that_frees_in_parts_nothing_is_said_to_be_allocated() {
    GcRunPart other = from(0, 100).heap(20, 3, 1, 5).build();

    assertThat(from(100, 110).heap(10, 4, 5, 5).build().allocatedSince(other)).isZero();
    assertThat(from(100, 110).heap(10, 4, 6, 6).build().allocatedSince(other)).isEqualTo(7);
    assertThat(from(100, 110).heap(10, 4).build().allocatedSince(from(0, 100).heap(20, 3).build()))
        .isEqualTo(7);
  }
}

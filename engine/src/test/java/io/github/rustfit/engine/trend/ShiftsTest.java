package io.github.rustfit.engine.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Series that were written by hand, so that where they change is known. */
class ShiftsTest {

  private static Shifts of(double... series) {
    return Shifts.of(series, EDivisive.above(0.1), 0.001);
  }

  private static List<Integer> indexes(Shifts shifts) {
    return shifts.points().stream().map(ChangePoint::index).toList();
  }

  @Test
  void a_level_of_three_on_both_sides_is_the_shortest_that_shifts() {
    assertThat(indexes(of(20, 21, 20, 40, 41, 40))).containsExactly(3);
    assertThat(indexes(of(20, 21, 20, 21, 40, 41))).isEmpty();
    assertThat(indexes(of(20, 21, 40, 41, 40, 41))).isEmpty();
    assertThat(of(20, 21, 40, 41, 40, 41).pending()).isEmpty();
  }

  @Test
  void what_did_not_last_yet_is_pending() {
    assertThat(of(20, 21, 20, 21, 40, 41).pending()).map(ChangePoint::index).contains(4);
    assertThat(of(20, 21, 20, 21, 20, 80).pending()).map(ChangePoint::index).contains(5);
    assertThat(of(20, 21, 20, 21, 20, 21).pending()).isEmpty();
  }

  @Test
  void an_excursion_of_two_that_comes_back_is_none() {
    Shifts shifts = of(20, 21, 20, 21, 20, 40, 41, 20, 21, 20, 21, 20);
    assertThat(shifts.points()).isEmpty();
    assertThat(shifts.pending()).isEmpty();
  }

  /**
   * Otava tests the first cut of a window against all of the rest, and finds nothing in the second
   * series either (compute_change_points at its defaults).
   */
  @Test
  void what_is_taken_back_is_seen_while_it_lasts_and_may_be_gone_afterwards() {
    assertThat(indexes(of(20, 21, 20, 21, 20, 21, 20, 40, 41, 40, 41, 40))).containsExactly(7);
    assertThat(
            indexes(of(20, 21, 20, 21, 20, 21, 20, 40, 41, 40, 41, 40, 20, 21, 20, 21, 20, 21, 20)))
        .isEmpty();
  }

  @Test
  void steps_in_a_row_are_each_a_shift_with_the_levels_between() {
    Shifts shifts = of(10, 11, 10, 11, 20, 21, 20, 21, 40, 41, 40, 41);
    assertThat(indexes(shifts)).containsExactly(4, 8);
    ChangePoint last = shifts.points().get(1);
    assertThat(last.before().mean()).isEqualTo(20.5);
    assertThat(last.before().count()).isEqualTo(4);
    assertThat(last.after().mean()).isEqualTo(40.5);
    // Of 40, 41, 40, 41: the sum of squares is 1, divided by 3.
    assertThat(last.after().deviation()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
  }

  @Test
  void a_tenth_does_not_count_however_sure_it_is() {
    assertThat(indexes(of(100, 100.1, 100, 100.1, 109, 109.1, 109, 109.1))).isEmpty();
    assertThat(indexes(of(100, 100.1, 100, 100.1, 112, 112.1, 112, 112.1))).containsExactly(4);
  }

  /**
   * Student's test by hand: means 20.5 and 40.5, pooled variance (1 + 1) ÷ 6, t = 20 ÷ √(1/3 · 1/2)
   * = 48.99 with 6 degrees of freedom. By {@code 2 * t.sf(48.99, 6)} of SciPy 1.17.1:
   * 4.850912690e-9.
   */
  @Test
  void significance_is_that_of_students_test() {
    ChangePoint point =
        ChangePoint.of(
            4,
            ChangePoint.Level.of(new double[] {20, 21, 20, 21}, 0, 4),
            ChangePoint.Level.of(new double[] {40, 41, 40, 41}, 0, 4));
    assertThat(point.p()).isCloseTo(4.850912690e-9, within(1e-17));
  }

  @Test
  void what_shares_the_significance_must_be_surer() {
    double[] series = {20, 21, 19, 20, 26, 27, 25, 26};
    assertThat(Shifts.of(series, EDivisive.above(0.1), 0.001).points()).hasSize(1);
    assertThat(Shifts.of(series, EDivisive.above(0.1), 0.00001).points()).isEmpty();
  }
}

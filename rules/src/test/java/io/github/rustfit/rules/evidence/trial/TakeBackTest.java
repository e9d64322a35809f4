package io.github.rustfit.rules.evidence.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TakeBackTest {

  private static TrialBars bars(long java, long alone) {
    return new TrialBars(java, 0, alone, 0, 0, 0, 0, 0);
  }

  /**
   * Java takes 200 ns and the kernel alone 90: to be 1.5 times as fast a call may take 133 ns, so
   * that the boundary may take 43 of them, which is 1 - 1.5 x 90 / 200 = 0.325 of it.
   */
  @Test
  void the_part_of_the_boundary_follows_from_what_a_call_took() {
    assertThat(TakeBack.of(1.5, bars(200, 90), 7)).isEqualTo(new TakeBack(1.5, 0.325, 7));
  }

  /** 1 - 3 x 90 / 200 is below zero; 1 - 0.0001 x 1 / 1,000,000 is rounded up to 1. */
  @Test
  void the_part_of_the_boundary_is_none_or_less_than_all() {
    assertThat(TakeBack.of(3, bars(200, 90), 0).crossingAbove()).isZero();
    assertThat(TakeBack.of(0.0001, bars(1_000_000, 1), 0).crossingAbove()).isEqualTo(0.9999);
  }

  @Test
  void without_times_nothing_is_said_of_the_boundary() {
    assertThat(TakeBack.of(0.5, bars(0, 90), 0)).isEqualTo(new TakeBack(0.5, 0, 0));
    assertThat(TakeBack.of(0.5, bars(200, 0), 0)).isEqualTo(new TakeBack(0.5, 0, 0));
  }

  /** The shortest times that can be told: 1 - 0.5 x 1 / 1. */
  @Test
  void a_nanosecond_is_a_time() {
    assertThat(TakeBack.of(0.5, bars(1, 1), 0).crossingAbove()).isEqualTo(0.5);
  }

  @Test
  void each_of_three_conditions_is_one() {
    assertThat(TakeBack.NONE.agreed()).isFalse();
    assertThat(new TakeBack(1.2, 0, 0).agreed()).isTrue();
    assertThat(new TakeBack(0, 0.3, 0).agreed()).isTrue();
    assertThat(new TakeBack(0, 0, 1).agreed()).isTrue();
  }

  @Test
  void conditions_are_kept_to_four_decimals() {
    assertThat(new TakeBack(1.23456, 0.12344, 0)).isEqualTo(new TakeBack(1.2346, 0.1234, 0));
  }

  @Test
  void what_nobody_measures_is_no_condition() {
    assertThat(new TakeBack(1e6, 0.9999, 0).gainBelow()).isEqualTo(1e6);
    assertThat(new TakeBack(0, 0, 0)).isEqualTo(TakeBack.NONE);
    assertRefused(-1, 0, 0);
    assertRefused(1.000001e6, 0, 0);
    assertRefused(Double.NaN, 0, 0);
    assertRefused(0, -0.1, 0);
    assertRefused(0, 1, 0);
    assertRefused(0, 0, -1);
  }

  private static void assertRefused(double gain, double crossing, long memory) {
    assertThatThrownBy(() -> new TakeBack(gain, crossing, memory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no condition");
  }
}

package io.github.rustfit.rules.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunsTest {

  private static void refused(int count, double mean, double deviation) {
    assertThatThrownBy(() -> new Runs(count, mean, deviation))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_are_several_and_one_or_none_are_not() {
    assertThat(new Runs(2, 4, 1).several()).isTrue();
    assertThat(new Runs(1, 4, 0).several()).isFalse();
    assertThat(Runs.UNKNOWN.several()).isFalse();
  }

  @Test
  void the_variation_is_a_part_of_the_mean() {
    assertThat(new Runs(2, 4, 1).variation()).isEqualTo(0.25);
    assertThat(new Runs(2, 0, 0).variation()).isZero();
    assertThat(new Runs(2, 0, 1).variation()).isInfinite();
  }

  @Test
  void what_are_no_runs_is_refused() {
    refused(-1, 0, 0);
    refused(1, 0, 0.5);
    refused(2, Double.NaN, 0);
    refused(2, 0, Double.POSITIVE_INFINITY);
    refused(2, 0, -1);
  }
}

package io.github.rustfit.rules.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasuredValueTest {

  private static void refused(double value, double low, double high, long samples) {
    assertThatThrownBy(() -> new MeasuredValue(value, low, high, samples, Runs.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_figure_of_which_everything_was_counted_is_its_own_interval_and_no_share() {
    MeasuredValue exact = MeasuredValue.exact(48.5);

    assertThat(exact).isEqualTo(new MeasuredValue(48.5, 48.5, 48.5, 0, Runs.UNKNOWN));
    assertThat(exact.sampled()).isFalse();
  }

  @Test
  void a_share_comes_back_as_it_was() {
    Share share = new Share(0.3, 0.2, 0.4, 1);

    assertThat(MeasuredValue.of(share).sampled()).isTrue();
    assertThat(MeasuredValue.of(share).share()).isEqualTo(share);
  }

  @Test
  void what_is_no_figure_is_refused() {
    refused(1, 2, 3, 0);
    refused(4, 2, 3, 0);
    refused(Double.NaN, 0, 1, 0);
    refused(0, Double.NEGATIVE_INFINITY, 0, 0);
    refused(0, 0, Double.POSITIVE_INFINITY, 0);
    refused(1, 1, 1, -1);
  }
}

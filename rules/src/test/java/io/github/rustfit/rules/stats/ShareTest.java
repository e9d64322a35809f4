package io.github.rustfit.rules.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /**
   * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
   * Medicine 17 (1998), table I, method 3 (score without continuity correction).
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilson_interval_agrees_with_newcombes_table(long part, long whole, double low, double high) {
    Share share = Share.wilson(part, whole);

    assertThat(share.value()).isEqualTo((double) part / whole);
    assertThat(share.low()).isCloseTo(low, within(5e-5));
    assertThat(share.high()).isCloseTo(high, within(5e-5));
    assertThat(share.samples()).isEqualTo(whole);
  }

  /**
   * The bounds are the roots of {@code (p - x)² = z² x (1 - x) / n}, Wilson's defining equation.
   */
  @Property
  void bounds_solve_wilsons_equation(
      @ForAll @LongRange(min = 1, max = 1_000_000) long whole,
      @ForAll @LongRange(min = 0, max = 1_000_000) long p) {
    long part = p % (whole + 1);
    Share share = Share.wilson(part, whole);

    for (double x : new double[] {share.low(), share.high()}) {
      double left = Math.pow(share.value() - x, 2);
      double right = 1.959963984540054 * 1.959963984540054 * x * (1 - x) / whole;
      assertThat(left).isCloseTo(right, within(1e-12));
    }
  }

  @Property
  void part_and_rest_have_mirrored_intervals(
      @ForAll @LongRange(min = 1, max = 100_000) long whole,
      @ForAll @LongRange(min = 0, max = 100_000) long p) {
    long part = p % (whole + 1);
    Share share = Share.wilson(part, whole);
    Share rest = Share.wilson(whole - part, whole);

    assertThat(rest.low()).isCloseTo(1 - share.high(), within(1e-9));
    assertThat(rest.high()).isCloseTo(1 - share.low(), within(1e-9));
  }

  /** For none of n the upper bound is z²/(n + z²): 3.8415/1003.8415. */
  @Test
  void none_of_a_thousand_is_at_most_0_38_percent() {
    Share none = Share.wilson(0, 1000);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(3.841458820694124 / 1003.841458820694124, within(1e-12));
    assertThat(Share.wilson(1000, 1000).low()).isCloseTo(1 - none.high(), within(1e-12));
  }

  @Test
  void weighted_share_is_as_wide_as_that_of_its_effective_samples() {
    Share weighted = Share.weighted(300_000, 1_000_000, 100);

    assertThat(weighted).isEqualTo(Share.wilson(30, 100));
  }

  @Test
  void nothing_sampled_is_unknown_and_crosses_no_limit() {
    assertThat(Share.wilson(0, 0)).isEqualTo(Share.UNKNOWN);
    assertThat(Share.weighted(0, 0, 0)).isEqualTo(Share.UNKNOWN);
    assertThat(Share.UNKNOWN.known()).isFalse();
    assertThat(Share.UNKNOWN.certainlyAtLeast(0)).isFalse();
    assertThat(Share.UNKNOWN.certainlyBelow(2)).isFalse();
  }

  @Test
  void only_the_near_bound_crosses_a_limit() {
    Share share = new Share(0.25, 0.20, 0.30, 100);

    assertThat(share.certainlyAtLeast(0.20)).isTrue();
    assertThat(share.certainlyAtLeast(0.2000001)).isFalse();
    assertThat(share.certainlyBelow(0.3000001)).isTrue();
    assertThat(share.certainlyBelow(0.30)).isFalse();
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> Share.wilson(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Share.wilson(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Share.weighted(2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(0.5, 0.6, 0.7, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(Double.NaN, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

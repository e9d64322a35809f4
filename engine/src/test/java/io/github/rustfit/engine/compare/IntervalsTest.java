package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.stats.Share;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  private static final double Z95 = 1.959963984540054;
  private static final double Z999 = 3.2905267314918945;

  @Test
  void the_difference_of_shares_is_that_of_newcombe() {
    // Newcombe (1998), table II, (a): 56/70 − 48/80 is 0.2000, method 10 gives 0.0524 to 0.3339.
    Effect it = Intervals.difference(Share.wilson(48, 80), Share.wilson(56, 70), Z95);
    assertThat(it.value()).isCloseTo(0.2, within(1e-12));
    assertThat(it.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(it.high()).isCloseTo(0.3339, within(5e-5));
    assertThat(it.excludesNone()).isTrue();
  }

  @Test
  void a_stricter_level_makes_the_same_difference_noise() {
    Effect it = Intervals.difference(Share.wilson(48, 80), Share.wilson(56, 70), Z999);
    assertThat(it.low()).isNegative();
    assertThat(it.excludesNone()).isFalse();
  }

  @Test
  void the_ratio_of_rates_is_that_of_the_conditional_binomial() {
    // 41 events in 28,010 years against 15 in 19,017: Wilson's interval of 15/56 is 0.169573 to
    // 0.395946 (computed apart), and p/(1−p)·28010/19017 of it is 0.300764 to 0.965452.
    Effect it = Intervals.ratio(new Rate(41, 28_010, 41), new Rate(15, 19_017, 15), Z95);
    assertThat(it.value()).isCloseTo(0.5388631737713496, within(1e-12));
    assertThat(it.low()).isCloseTo(0.3007644569350248, within(1e-9));
    assertThat(it.high()).isCloseTo(0.9654515796381563, within(1e-9));
    assertThat(it.excludesNone()).isTrue();
  }

  @Test
  void the_size_of_an_event_cancels() {
    Effect counted = Intervals.ratio(new Rate(41, 28_010, 41), new Rate(15, 19_017, 15), Z95);
    Effect weighed =
        Intervals.ratio(new Rate(41 * 7e6, 28_010, 41), new Rate(15 * 7e6, 19_017, 15), Z95);
    assertThat(weighed.low()).isCloseTo(counted.low(), within(1e-12));
    // Events twice as heavy double the rate and change nothing of how well it is known.
    Effect heavier =
        Intervals.ratio(new Rate(41 * 7e6, 28_010, 41), new Rate(15 * 14e6, 19_017, 15), Z95);
    assertThat(heavier.value()).isCloseTo(2 * counted.value(), within(1e-12));
    assertThat(heavier.high()).isCloseTo(2 * counted.high(), within(1e-9));
  }

  @Test
  void from_nothing_to_something_has_a_lower_bound_only() {
    Effect it = Intervals.ratio(new Rate(0, 2, 0), new Rate(10, 1, 10), Z95);
    assertThat(it.value()).isInfinite();
    assertThat(it.low()).isCloseTo(5.206355432540113, within(1e-9)); // computed apart, as above
    assertThat(it.high()).isInfinite();
    assertThat(it.excludesNone()).isTrue();
    Effect back = Intervals.ratio(new Rate(10, 1, 10), new Rate(0, 2, 0), Z95);
    assertThat(back.value()).isZero();
    assertThat(back.low()).isZero();
    assertThat(back.high()).isCloseTo(1 / 5.206355432540113, within(1e-9));
  }

  private static PauseHistogram pauses(int from, int to) {
    PauseHistogram.Builder builder = new PauseHistogram.Builder();
    for (int millis = from; millis <= to; millis++) {
      builder.add(millis * 1_000_000L);
    }
    return builder.build();
  }

  @Test
  void a_percentile_lies_between_two_order_statistics() {
    // 1 … 100 ms: the median is 50 ms, between the 40th and the 61st (see RanksTest); and so is
    // that of ten times as long pauses. hypot(ln 50/40, ln 61/50) and the like, by hand:
    Effect same = Intervals.percentile(pauses(1, 100), pauses(1, 100), 50, Z95);
    double below = Math.hypot(Math.log(50 / 40.0), Math.log(61 / 50.0));
    assertThat(same.value()).isEqualTo(1);
    assertThat(same.low()).isCloseTo(Math.exp(-below), within(0.003));
    assertThat(same.high()).isCloseTo(Math.exp(below), within(0.003));
    assertThat(same.excludesNone()).isFalse();
    Effect longer = Intervals.percentile(pauses(1, 100), pauses(201, 300), 50, Z95);
    assertThat(longer.value()).isCloseTo(5, within(0.01));
    assertThat(longer.excludesNone()).isTrue();
  }

  @Test
  void too_few_pauses_say_nothing_of_a_high_percentile() {
    Effect it = Intervals.percentile(pauses(1, 33), pauses(301, 333), 99, Z95);
    assertThat(it.low()).isZero();
    assertThat(it.high()).isInfinite();
    assertThat(it.excludesNone()).isFalse();
  }
}

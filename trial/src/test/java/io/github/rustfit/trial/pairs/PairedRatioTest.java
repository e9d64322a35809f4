package io.github.rustfit.trial.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedRatioTest {

  /**
   * Critical values of Wilcoxon's signed-rank test, two-sided at 5 %, of the tables in F. Wilcoxon,
   * S. K. Katti, R. A. Wilcox (1970): T must not exceed them; the interval is bounded by the
   * average of the next rank.
   */
  @ParameterizedTest
  @CsvSource({
    "5, -1", "6, 0", "7, 2", "8, 3", "9, 5", "10, 8", "15, 25", "20, 52", "25, 89", "30, 137"
  })
  void ranks_are_those_of_the_tables(int n, int critical) {
    assertThat(PairedRatio.cut(n)).isEqualTo(critical + 1);
  }

  /**
   * By hand: the logarithms of 1, 2, 4, 8, 16, 32 are 0 to 5 times ln 2; all averages lie within.
   */
  @Test
  void six_pairs_have_the_whole_range_for_an_interval() {
    PairedRatio ratio = PairedRatio.of(List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0));

    assertThat(ratio.low()).isCloseTo(1, within(1e-12));
    assertThat(ratio.value()).isCloseTo(Math.pow(2, 2.5), within(1e-12));
    assertThat(ratio.high()).isCloseTo(32, within(1e-9));
  }

  @Test
  void few_pairs_have_no_interval() {
    PairedRatio ratio = PairedRatio.of(List.of(2.0, 2.0, 2.0, 2.0, 2.0));

    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(ratio.low()).isZero();
    assertThat(ratio.high()).isInfinite();
    assertThat(ratio.width()).isInfinite();
    assertThat(StopRule.OF_TRIALS.enough(5, ratio)).isFalse();
  }

  @Test
  void turned_around_it_is_its_inverse() {
    Random random = new Random(1);
    List<Double> ratios = new ArrayList<>();
    List<Double> inverse = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      ratios.add(Math.exp(random.nextGaussian()));
      inverse.add(1 / ratios.get(i));
    }
    PairedRatio one = PairedRatio.of(ratios);
    PairedRatio other = PairedRatio.of(inverse);

    assertThat(other.low() * one.high()).isCloseTo(1, within(1e-9));
    assertThat(other.value() * one.value()).isCloseTo(1, within(1e-9));
  }

  @Test
  void what_is_no_ratio_is_refused() {
    for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> PairedRatio.of(List.of(1.0, none)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> PairedRatio.of(List.of()));
  }

  /**
   * Runs of a noisy machine, simulated: noise of 6 %, and one pair in ten disturbed by half.
   * Stopped by the rule, 95 % intervals hold the true ratio in at least 93 of 100 runs (looking at
   * the width after each pair costs a little).
   */
  @Test
  void stopped_intervals_hold_the_ratio_as_often_as_they_say() {
    Random random = new Random(20261130);
    int held = 0;
    int runs = 4_000;
    for (int run = 0; run < runs; run++) {
      List<Double> ratios = new ArrayList<>();
      PairedRatio ratio;
      do {
        double disturbed = random.nextInt(10) == 0 ? (random.nextBoolean() ? 1.5 : 1 / 1.5) : 1;
        ratios.add(1.3 * disturbed * Math.exp(0.06 * random.nextGaussian()));
        ratio = PairedRatio.of(ratios);
      } while (!StopRule.OF_TRIALS.enough(ratios.size(), ratio));
      held += ratio.low() <= 1.3 && 1.3 <= ratio.high() ? 1 : 0;
    }
    assertThat((double) held / runs).isBetween(0.93, 0.99);
  }
}

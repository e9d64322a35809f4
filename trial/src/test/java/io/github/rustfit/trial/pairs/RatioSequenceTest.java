package io.github.rustfit.trial.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioSequenceTest {

  /**
   * The definition, integrated by a grid: at either end of the interval the likelihood of the
   * mixture is one over the chance of that of the end itself.
   */
  @Test
  void the_ends_are_where_the_mixture_is_as_much_likelier_as_the_chance_says() {
    double[] logs = {0.31, 0.27, 0.4, 0.22, 0.3};
    RatioSequence sequence = new RatioSequence(0.01);
    for (double one : logs) {
      sequence.add(Math.exp(one));
    }
    PairedRatio ratio = sequence.ratio();

    assertThat(ratio.value()).isCloseTo(Math.exp(0.3), within(1e-12));
    for (double end : new double[] {ratio.low(), ratio.high()}) {
      assertThat(likelier(logs, Math.log(end))).isCloseTo(100, within(0.5));
    }
  }

  /** The spread goes over a grid of logarithms, whose prior 1/σ is flat there. */
  private static double likelier(double[] logs, double mean) {
    double mixed = 0;
    double plain = 0;
    double step = 0.02;
    double priorSpread = Math.sqrt(1 / 0.02);
    for (double logSpread = -8; logSpread < 3; logSpread += step) {
      double spread = Math.exp(logSpread);
      plain += likelihood(logs, mean, spread);
      for (double effect = -60; effect < 60; effect += step) {
        double prior =
            Math.exp(-effect * effect / 2 / priorSpread / priorSpread)
                / priorSpread
                / Math.sqrt(2 * Math.PI);
        mixed += likelihood(logs, mean + effect * spread, spread) * prior * step;
      }
    }
    return mixed / plain;
  }

  private static double likelihood(double[] logs, double mean, double spread) {
    double product = 1;
    for (double one : logs) {
      product *= Math.exp(-(one - mean) * (one - mean) / 2 / spread / spread) / spread;
    }
    return product;
  }

  @Test
  void a_pair_or_two_tell_nothing() {
    RatioSequence sequence = new RatioSequence(0.05);
    sequence.add(2);
    sequence.add(2);
    assertThat(sequence.ratio().low()).isZero();
    assertThat(sequence.ratio().high()).isInfinite();
    assertThat(sequence.ratio().value()).isCloseTo(2, within(1e-12));
  }

  /** A thirteenth of 5 % each; a gain of a quarter at a noise of 3 %. */
  @Test
  void a_large_difference_is_told_by_few_pairs() {
    Random random = new Random(7);
    int needed = 0;
    int runs = 500;
    for (int run = 0; run < runs; run++) {
      RatioSequence sequence = new RatioSequence(0.05 / 13);
      do {
        sequence.add(1.25 * Math.exp(0.03 * random.nextGaussian()));
      } while (sequence.ratio().low() <= 1);
      needed += sequence.pairs();
    }
    assertThat((double) needed / runs).isBetween(3.0, 6.0);
  }

  /**
   * What a tuning run promises, simulated as it goes: rounds of twelve equal configurations and
   * their base, looked at after each of forty rounds, by several kinds of noise. In at most 5 % of
   * the runs is any of the twelve ever called better or worse than its base.
   */
  @ParameterizedTest
  @ValueSource(strings = {"even", "disturbed", "skewed", "drifting", "growing"})
  void of_equal_configurations_one_is_told_apart_in_at_most_one_run_of_twenty(String noise) {
    Random random = new Random(20261130);
    int runs = 600;
    int wrong = 0;
    for (int run = 0; run < runs; run++) {
      wrong += claims(noise, random) ? 1 : 0;
    }
    assertThat((double) wrong / runs).isLessThanOrEqualTo(0.05);
  }

  private static boolean claims(String noise, Random random) {
    RatioSequence[] sequences = new RatioSequence[12];
    for (int i = 0; i < sequences.length; i++) {
      sequences[i] = new RatioSequence(0.05 / sequences.length);
    }
    double[] level = {1};
    for (int round = 0; round < 40; round++) {
      int now = round;
      DoubleSupplier time =
          switch (noise) {
            case "disturbed" ->
                () -> (random.nextInt(10) == 0 ? 1.5 : 1) * Math.exp(0.03 * random.nextGaussian());
            case "skewed" -> () -> 1 + 0.05 * -Math.log(1 - random.nextDouble());
            case "drifting" ->
                () ->
                    (level[0] *= Math.exp(0.005 * random.nextGaussian()))
                        * Math.exp(0.02 * random.nextGaussian());
            case "growing" -> () -> Math.exp((0.01 + 0.004 * now) * random.nextGaussian());
            default -> () -> Math.exp(0.03 * random.nextGaussian());
          };
      double base = time.getAsDouble();
      for (RatioSequence sequence : sequences) {
        sequence.add(base / time.getAsDouble());
        PairedRatio ratio = sequence.ratio();
        if (ratio.low() > 1 || ratio.high() < 1) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void equal_times_are_not_known_better_than_they_are_measured() {
    RatioSequence sequence = new RatioSequence(0.004);
    for (int i = 0; i < 5; i++) {
      sequence.add(1.001);
    }
    assertThat(sequence.ratio().low()).isLessThan(1);
    assertThat(sequence.spread()).isZero();
  }

  @Test
  void what_is_no_ratio_is_refused() {
    for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new RatioSequence(0.05).add(none));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new RatioSequence(0));
  }
}

package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drifts by hand, and by a simulation of runs that do not drift. */
class DriftTest {

  private static List<Double> values(double... all) {
    return DoubleStream.of(all).boxed().toList();
  }

  /** All 28 pairs rise: (28 - 1) / sqrt(8 * 7 * 21 / 18) = 3.34. Medians of two: 1.5 and 7.5. */
  @Test
  void runs_that_take_more_each_time_drift_by_the_ratio_of_their_ends() {
    assertThat(Drift.of(values(1, 2, 3, 4, 5, 6, 7, 8))).isEqualTo(7.5 / 1.5, within(1e-12));
    assertThat(Drift.of(values(8, 7, 6, 5, 4, 3, 2, 1))).isEqualTo(1.5 / 7.5, within(1e-12));
  }

  /** Of 28 pairs 14 rise. */
  @Test
  void runs_that_go_up_and_down_do_not() {
    assertThat(Drift.of(values(1, 2, 3, 4, 4, 3, 2, 1))).isEqualTo(1);
    assertThat(Drift.of(values(2, 2, 2, 2, 2, 2, 2, 2))).isEqualTo(1);
  }

  @Test
  void a_few_runs_tell_no_drift() {
    assertThat(Drift.of(values(1, 2, 3, 4, 5))).isEqualTo(1);
    assertThat(Drift.of(List.of())).isEqualTo(1);
  }

  /** Of 2,000 series without one, a hundredth is 20; the seed is fixed. */
  @Test
  void it_is_said_of_at_most_a_hundredth_of_what_does_not_drift() {
    Random random = new Random(1945);
    long said =
        IntStream.range(0, 2_000)
            .filter(one -> Drift.of(random.doubles(6 + one % 20, 0.9, 1.1).boxed().toList()) != 1)
            .count();
    assertThat(said).isLessThanOrEqualTo(30);
  }
}

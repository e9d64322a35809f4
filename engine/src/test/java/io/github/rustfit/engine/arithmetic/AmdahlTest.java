package io.github.rustfit.engine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures: {@code python3 domain/cost_model.py}, the project's arithmetic oracle. */
class AmdahlTest {

  @ParameterizedTest
  @CsvSource({
    "0.10, 0.05, 0.02, 0.2, 1.115",
    "0.20, 0.05, 0.02, 0.2, 1.244",
    "0.60, 0.15, 0.02, 0.7, 2.519"
  })
  void ceiling_agrees_with_the_oracle(double f, double g, double j, double a, double ceiling) {
    assertThat(Amdahl.ceiling(f, g, j, a)).isCloseTo(ceiling, within(0.0005));
  }

  @ParameterizedTest
  @CsvSource({
    "0.20, 0.05, 0.02, 0.2, 1.5, 0.3, 0.00, 1.074",
    "0.60, 0.15, 0.02, 0.7, 1.2, 0.3, 0.02, 1.158",
    "0.60, 0.15, 0.02, 0.7, 1.5, 0.3, 0.02, 1.281",
    "0.60, 0.15, 0.02, 0.7, 3.0, 0.3, 0.02, 1.627"
  })
  void estimate_agrees_with_the_oracle(
      double f, double g, double j, double a, double s, double rho, double b, double expected) {
    assertThat(Amdahl.estimate(f, g, j, a, s, rho, b)).isCloseTo(expected, within(0.0005));
  }

  /**
   * The oracle's "share needed for 1.25x": f = 0.60 at s = 1.5, 0.40 at 2, 0.30 at 3, 0.25 at 5.
   */
  @ParameterizedTest
  @CsvSource({"0.6, 1.5", "0.4, 2", "0.3, 3", "0.25, 5"})
  void the_share_needed_for_a_quarter_more_gives_a_quarter_more(double f, double s) {
    assertThat(Amdahl.estimate(f, 0, 0, 0, s, 0, 0)).isCloseTo(1.25, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1.3, 0.87", "1.5, 0.60", "2, 0.40", "3, 0.30", "5, 0.25"})
  void the_share_needed_agrees_with_the_oracle(double speedup, double share) {
    assertThat(Amdahl.shareNeeded(1.25, speedup)).isCloseTo(share, within(0.005));
  }

  @Test
  void replacing_everything_has_no_ceiling() {
    assertThat(Amdahl.ceiling(1, 0, 0, 0)).isInfinite();
    assertThat(Amdahl.ceiling(1, 1, 0, 1)).isInfinite();
  }

  @Test
  void collector_and_compiler_above_the_whole_leave_no_application_time() {
    assertThat(Amdahl.removable(1, 0.7, 0.6, 0.5)).isCloseTo(0.35, within(1e-12));
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> Amdahl.shareNeeded(1.25, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amdahl.ceiling(1.1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amdahl.ceiling(Double.NaN, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amdahl.estimate(0, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amdahl.estimate(0, 0, 0, 0, 1, 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Amdahl.estimate(0, 0, 0, 0, 1, 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

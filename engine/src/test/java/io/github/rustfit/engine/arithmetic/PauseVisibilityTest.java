package io.github.rustfit.engine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseVisibilityTest {

  /** Expected figures: {@code python3 domain/cost_model.py}, line "gc hit". */
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.05, 0.01, 1, 0.0120",
    "0.2, 0.02, 0.005, 1, 0.0050",
    "0.2, 0.02, 0.005, 40, 0.1817",
    "10, 0.0001, 0.005, 1, 0.0510"
  })
  void hit_fraction_agrees_with_the_oracle(
      double rate, double pause, double service, int fanOut, double expected) {
    assertThat(PauseVisibility.hitFraction(rate, pause, service, fanOut))
        .isCloseTo(expected, within(0.00005));
  }

  @Test
  void more_pause_time_than_time_hits_everyone_and_no_pause_hits_no_one() {
    assertThat(PauseVisibility.hitFraction(100, 0.1, 0, 1)).isEqualTo(1);
    assertThat(PauseVisibility.hitFraction(0, 0, 5, 40)).isZero();
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> PauseVisibility.hitFraction(-1, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PauseVisibility.hitFraction(1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

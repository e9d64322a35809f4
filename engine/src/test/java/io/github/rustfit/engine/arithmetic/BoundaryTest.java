package io.github.rustfit.engine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures: {@code python3 cost_model.py}, the project's arithmetic oracle. */
class BoundaryTest {

  @ParameterizedTest
  @CsvSource({
    "1e6, 15, 0, 1, 4, 0.00375",
    "1e6, 15, 2e8, 10, 4, 0.0088",
    "1e6, 85, 0, 1, 4, 0.02125"
  })
  void agrees_with_the_oracle(
      double calls, double nanos, double bytes, double speed, double cores, double share) {
    assertThat(Boundary.share(calls, nanos, bytes, speed, cores)).isCloseTo(share, within(5e-5));
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> Boundary.share(1, 1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Boundary.share(-1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

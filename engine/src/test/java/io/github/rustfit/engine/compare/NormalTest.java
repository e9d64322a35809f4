package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Quantiles of the standard normal distribution as SciPy 1.17 computes them ({@code norm.isf}). */
class NormalTest {

  @Test
  void equals_the_tables() {
    assertThat(Normal.beyond(0.5)).isCloseTo(0, within(1e-12));
    assertThat(Normal.beyond(0.025)).isCloseTo(1.9599639845400545, within(1e-9));
    assertThat(Normal.beyond(0.0005)).isCloseTo(3.2905267314918945, within(1e-9));
    assertThat(Normal.beyond(1e-5)).isCloseTo(4.264890793922825, within(1e-9));
    assertThat(Normal.beyond(2.5e-8)).isCloseTo(5.451310437845478, within(1e-6));
    assertThat(Normal.tail(1.9599639845400545)).isCloseTo(0.025, within(1e-14));
  }

  @Test
  void what_is_too_small_to_compute_lies_at_the_end() {
    assertThat(Normal.beyond(1e-300)).isEqualTo(8);
  }
}

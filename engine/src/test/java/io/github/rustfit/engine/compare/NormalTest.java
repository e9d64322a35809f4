package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Quantiles of the standard normal distribution as SciPy 1.17 computes them ({@code norm.isf}). */
class NormalTest {

  @Test
  void equals_the_tables() {
    assertThat(Normal.tail(0)).isCloseTo(0.5, within(1e-15));
    assertThat(Normal.tail(1.9599639845400545)).isCloseTo(0.025, within(1e-14));
    assertThat(Normal.tail(3.2905267314918945)).isCloseTo(0.0005, within(1e-14));
    assertThat(Normal.tail(4.264890793922825)).isCloseTo(1e-5, within(1e-14));
  }
}

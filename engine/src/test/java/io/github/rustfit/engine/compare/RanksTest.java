package io.github.rustfit.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Ranks of order statistics around a quantile. Those of medians stand in tables of the sign test (n
 * = 10: 2 and 9, n = 20: 6 and 15); all were computed with SciPy 1.17 by adding up {@code binom}.
 */
class RanksTest {

  private static final double OUTSIDE = 0.025;

  @Test
  void equal_those_of_the_binomial_distribution() {
    assertThat(Ranks.of(10, 0.5, OUTSIDE)).isEqualTo(new Ranks(2, 9));
    assertThat(Ranks.of(20, 0.5, OUTSIDE)).isEqualTo(new Ranks(6, 15));
    assertThat(Ranks.of(100, 0.5, OUTSIDE)).isEqualTo(new Ranks(40, 61));
    assertThat(Ranks.of(2326, 0.5, OUTSIDE)).isEqualTo(new Ranks(1116, 1211));
    assertThat(Ranks.of(1000, 0.99, OUTSIDE)).isEqualTo(new Ranks(983, 997));
    assertThat(Ranks.of(100_000, 0.999, OUTSIDE)).isEqualTo(new Ranks(99_880, 99_920));
  }

  @Test
  void a_rank_beyond_the_longest_says_that_no_pause_was_long_enough() {
    assertThat(Ranks.of(33, 0.99, OUTSIDE)).isEqualTo(new Ranks(31, 34));
    assertThat(Ranks.of(2326, 0.999, OUTSIDE)).isEqualTo(new Ranks(2320, 2327));
    assertThat(Ranks.of(0, 0.5, OUTSIDE)).isEqualTo(new Ranks(0, 1));
    assertThat(Ranks.of(1, 0.5, OUTSIDE)).isEqualTo(new Ranks(0, 2));
  }
}

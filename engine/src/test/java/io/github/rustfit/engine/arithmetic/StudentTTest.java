package io.github.rustfit.engine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  /** As printed: R. A. Fisher, F. Yates, "Statistical Tables", 6th edition 1963, table III. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 1, 6.314",
    "0.025, 1, 12.706",
    "0.005, 1, 63.657",
    "0.05, 2, 2.920",
    "0.005, 2, 9.925",
    "0.0005, 2, 31.599",
    "0.025, 4, 2.776",
    "0.005, 4, 4.604",
    "0.0005, 4, 8.610",
    "0.1, 8, 1.397",
    "0.005, 8, 3.355",
    "0.0005, 8, 5.041",
    "0.025, 30, 2.042",
    "0.005, 120, 2.617"
  })
  void quantiles_are_those_of_the_tables(double probability, double freedom, double t) {
    assertThat(StudentT.beyond(probability, freedom)).isCloseTo(t, within(0.0006));
    assertThat(StudentT.tail(StudentT.beyond(probability, freedom), freedom))
        .isCloseTo(probability, within(1e-12));
  }

  /**
   * With 1 and 2 degrees of freedom the distribution has a closed form: ½ − atan(t)/π and ½ − t/(2
   * √(2 + t²)).
   */
  @Test
  void tails_are_those_of_the_closed_forms() {
    for (double t : new double[] {0, 0.1, 1, 3, 10, 1_000, 1e6}) {
      assertThat(StudentT.tail(t, 1))
          .isCloseTo(Math.atan2(1, t) / Math.PI, within(1e-9 * Math.atan2(1, t) + 1e-13));
      assertThat(StudentT.tail(t, 2))
          .isCloseTo(1 / (Math.sqrt(2 + t * t) * (Math.sqrt(2 + t * t) + t)), within(1e-10));
    }
  }

  /** Far out with much freedom it is the normal distribution: 1.959964 at 2.5 %. */
  @Test
  void much_freedom_is_the_normal_distribution_and_a_fraction_lies_between() {
    assertThat(StudentT.beyond(0.025, 1e7)).isCloseTo(1.959964, within(1e-5));
    assertThat(StudentT.beyond(0.005, 3.5))
        .isBetween(StudentT.beyond(0.005, 4), StudentT.beyond(0.005, 3));
    assertThat(StudentT.beyond(0.5, 5)).isCloseTo(0, within(1e-9));
  }

  @Test
  void what_has_no_quantile_is_refused() {
    for (double wrong : new double[] {0, -1, 0.6, Double.NaN}) {
      assertThatThrownBy(() -> StudentT.beyond(wrong, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> StudentT.tail(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StudentT.tail(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.github.rustfit.engine.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Apache Otava's own test data: the series and the indexes that its tests expect, of {@code
 * analysis_test.py}, {@code change_point_divisive_test.py}, {@code series_test.py}, {@code
 * csv_e2e_test.py} and {@code tigerbeetle_test.py} at commit 1ceb153.
 */
class EDivisiveTest {

  private static final double[] HALVED = {
    1.02, 0.95, 0.99, 1.00, 1.12, 0.90, 0.50, 0.51, 0.48, 0.48, 0.55
  };
  private static final double[] LOWERED = {
    2.02, 2.03, 2.01, 2.04, 1.82, 1.85, 1.79, 1.81, 1.80, 1.76, 1.78
  };

  private static List<Integer> indexes(EDivisive how, double... series) {
    return how.find(series).stream().map(ChangePoint::index).toList();
  }

  @Test
  void a_series_that_halves_changes_where_it_does() {
    double[] series = {
      1.02, 0.95, 0.99, 1.00, 1.12, 1.00, 1.01, 0.98, 1.01, 0.96, 0.50, 0.51, 0.48, 0.48, 0.55,
      0.50, 0.49, 0.51, 0.50, 0.49
    };
    assertThat(indexes(new EDivisive(10, 0.0001, 0), series)).containsExactly(10);
  }

  @Test
  void two_steps_are_two_change_points() {
    double[] series = {
      0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0
    };
    assertThat(indexes(new EDivisive(50, 0.01, 0), series)).containsExactly(5, 8);
  }

  @Test
  void short_series_change_at_the_defaults_of_otava() {
    EDivisive defaults = EDivisive.above(0);
    assertThat(indexes(defaults, HALVED)).containsExactly(6);
    assertThat(indexes(defaults, LOWERED)).containsExactly(4);
    assertThat(indexes(defaults, 10.43, 10.23, 10.29, 10.91, 10.34, 10.69, 9.23, 9.11, 9.13, 9.03))
        .containsExactly(6);
    assertThat(
            indexes(
                defaults, 154023, 138455, 143112, 149190, 132098, 151344, 155145, 148889, 149466,
                148209))
        .isEmpty();
  }

  @Test
  void a_change_of_an_eighth_is_none_where_a_fifth_is_asked_for() {
    assertThat(indexes(EDivisive.above(0.2), HALVED)).containsExactly(6);
    assertThat(indexes(EDivisive.above(0.2), LOWERED)).isEmpty();
  }

  @Test
  void what_was_zero_changes_when_it_is_there() {
    double[] series = {0, 0, 0, 1.00, 1.12, 0.90, 0.50, 0.51, 0.48, 0.48, 0.55};
    List<ChangePoint> found = EDivisive.above(0).find(series);
    assertThat(found).extracting(ChangePoint::index).startsWith(3).hasSize(2);
    assertThat(found.get(0).magnitude()).isEqualTo(1);
  }

  @Test
  void runs_that_are_added_move_no_change_point() {
    assertThat(indexes(EDivisive.above(0), with(HALVED, 0.5, 0.51))).containsExactly(6);
    assertThat(indexes(EDivisive.above(0), with(LOWERED, 1.97))).containsExactly(4);
    // Otava keeps 4 as well where it remembers the weak change points of the day before; asked at
    // once (compute_change_points) it says what is said here.
    assertThat(indexes(EDivisive.above(0), with(LOWERED, 1.97, 33.33, 46.46))).containsExactly(12);
  }

  private static double[] with(double[] series, double... more) {
    double[] longer = Arrays.copyOf(series, series.length + more.length);
    System.arraycopy(more, 0, longer, series.length, more.length);
    return longer;
  }

  /** {@code test_significance_tester}: p is about 1 for equal halves, below 0.001 for others. */
  @Test
  void equal_halves_differ_by_chance_and_unequal_ones_do_not() {
    double[] equal = {1.00, 1.02, 1.05, 0.95, 0.98, 1.00, 1.02, 1.05, 0.95, 0.98};
    double[] lower = {1.00, 1.02, 1.05, 0.95, 0.98, 0.80, 0.82, 0.85, 0.79, 0.77};
    assertThat(halves(equal)).isCloseTo(1, within(0.01));
    assertThat(halves(lower)).isBetween(0.0, 0.001);
  }

  private static double halves(double[] series) {
    return ChangePoint.asOtava(
            5, ChangePoint.Level.of(series, 0, 5), ChangePoint.Level.of(series, 5, 10))
        .p();
  }

  static Stream<Arguments> tigerbeetle() {
    return Stream.of(
        Arguments.of(0.01, 0.05, List.of(15, 71)),
        Arguments.of(0.05, 0.05, List.of(15, 71)),
        Arguments.of(0.1, 0.05, List.of(10, 11, 15, 71, 363)),
        Arguments.of(0.2, 0.05, List.of(10, 11, 15, 71)),
        Arguments.of(
            0.2,
            0,
            List.of(
                3, 6, 7, 10, 11, 13, 15, 16, 28, 29, 35, 37, 39, 41, 44, 48, 49, 56, 58, 61, 65, 66,
                69, 71, 74, 76, 82, 95, 108, 117, 125, 126, 129, 131, 136, 137, 142, 148, 165, 169,
                187, 190, 192, 197, 200, 212, 220, 241, 243, 246, 247, 249, 250, 260, 265, 266, 268,
                278, 282, 288, 305, 306, 325, 330, 337, 338, 340, 347, 349, 363)),
        Arguments.of(
            0.1,
            0,
            List.of(
                3, 6, 10, 11, 15, 16, 28, 29, 35, 37, 39, 41, 44, 48, 49, 61, 71, 95, 117, 131, 142,
                148, 165, 169, 192, 206, 212, 260, 265, 268, 278, 282, 288, 305, 363)),
        Arguments.of(
            0.01, 0, List.of(15, 26, 61, 71, 95, 117, 131, 142, 148, 165, 169, 192, 212, 260)),
        Arguments.of(0.001, 0, List.of(15, 61, 71, 95, 117, 131, 142, 148, 192, 212, 260)),
        Arguments.of(0.0001, 0, List.of(71, 95, 117, 131, 142, 148, 192, 212)),
        Arguments.of(0.00001, 0, List.of(71, 95, 131, 192, 212)));
  }

  @ParameterizedTest
  @MethodSource("tigerbeetle")
  void a_long_series_changes_where_otavas_tests_say(
      double maxP, double minMagnitude, List<Integer> expected) throws IOException {
    double[] series =
        lines("tigerbeetle.txt")
            .flatMap(line -> Stream.of(line.split(" ")))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(series).hasSize(365);
    assertThat(indexes(new EDivisive(30, maxP, minMagnitude), series)).isEqualTo(expected);
  }

  /** What Otava itself was asked to find in sixty series; the file says how. */
  @Test
  void random_series_change_where_otava_says_with_the_same_significance() throws IOException {
    List<String[]> rows = lines("otava-series.csv").map(line -> line.split(";", -1)).toList();
    assertThat(rows).hasSize(60);
    for (String[] row : rows) {
      EDivisive how =
          new EDivisive(
              Integer.parseInt(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2]));
      List<ChangePoint> found = how.find(numbers(row[3]));
      assertThat(found.stream().mapToDouble(ChangePoint::index)).containsExactly(boxed(row[4]));
      double[] p = numbers(row[5]);
      for (int i = 0; i < p.length; i++) {
        assertThat(found.get(i).p() / p[i]).isCloseTo(1, within(1e-4));
      }
    }
  }

  private static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static Double[] boxed(String text) {
    return Arrays.stream(numbers(text)).boxed().toArray(Double[]::new);
  }

  private static Stream<String> lines(String name) throws IOException {
    try (InputStream in = EDivisiveTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }

  /**
   * Matteson and James, formulas 5 to 7, written out for two and one values: 2/3·(3 + 2) − 4/3·1.
   */
  @Test
  void the_statistic_is_what_its_formula_says() {
    Divergence.Cut cut = new Divergence(new double[] {1, 2, 4}).best(0, 3);
    assertThat(cut.index()).isEqualTo(2);
    assertThat(cut.size()).isCloseTo(2.0 / 3 * 5 - 2.0 / 3 * 1 / 1 * 1, within(1e-12));
  }

  @Test
  void nothing_is_found_in_nothing_and_in_what_never_changes() {
    assertThat(indexes(EDivisive.above(0))).isEmpty();
    assertThat(indexes(EDivisive.above(0), 3)).isEmpty();
    assertThat(indexes(EDivisive.above(0), new double[60])).isEmpty();
  }

  @Test
  void settings_that_mean_nothing_are_refused() {
    assertThatThrownBy(() -> new EDivisive(1, 0.001, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EDivisive(50, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}

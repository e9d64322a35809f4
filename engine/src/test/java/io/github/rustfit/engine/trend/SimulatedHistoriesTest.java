package io.github.rustfit.engine.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Histories in which nothing changed, or one figure grew by a factor at a known build. Builds
 * differ by a normally distributed factor; the seeds are fixed, so that each figure is the same on
 * every machine. What the table of {@code docs/explanation/trend.md} says is what comes out here.
 */
class SimulatedHistoriesTest {

  private static final EDivisive HOW = EDivisive.above(0.1);
  private static final int BEFORE = 20;

  private static double[] series(Random random, int builds, double variation) {
    double[] series = new double[builds];
    for (int i = 0; i < builds; i++) {
      series[i] = 100 * Math.max(0.01, 1 + variation * random.nextGaussian());
    }
    return series;
  }

  private static double[] grown(Random random, int after, double variation, double factor) {
    double[] series = series(random, BEFORE + after, variation);
    for (int i = BEFORE; i < series.length; i++) {
      series[i] *= factor;
    }
    return series;
  }

  private static List<ChangePoint> shifts(double[] series, int figures) {
    return Shifts.of(series, HOW, Trend.outside(figures, series.length)).points();
  }

  /** Of so many histories in which nothing changed, how many show a shift after so many builds. */
  private static int alarms(int histories, int builds, double variation, int figures) {
    Random random = new Random(11);
    int alarms = 0;
    for (int i = 0; i < histories; i++) {
      alarms += shifts(series(random, builds, variation), figures).isEmpty() ? 0 : 1;
    }
    return alarms;
  }

  /** Of histories that grow from 6 to 60 builds, in how many builds a shift is shown. */
  private static double shown(int histories, double variation, int figures) {
    Random random = new Random(12);
    int shown = 0;
    for (int i = 0; i < histories; i++) {
      double[] series = series(random, 60, variation);
      for (int builds = Shifts.FEWEST; builds <= series.length; builds++) {
        shown += shifts(Arrays.copyOf(series, builds), figures).isEmpty() ? 0 : 1;
      }
    }
    return (double) shown / histories / (60 - Shifts.FEWEST + 1);
  }

  /** Of histories with a shift, how many show one within two builds of it. */
  private static double found(int after, double variation, double factor, int figures) {
    Random random = new Random(13);
    int found = 0;
    for (int i = 0; i < 1_000; i++) {
      found +=
          shifts(grown(random, after, variation, factor), figures).stream()
                  .anyMatch(one -> Math.abs(one.index() - BEFORE) <= 2)
              ? 1
              : 0;
    }
    return found / 1_000.0;
  }

  @Test
  void a_history_in_which_nothing_changed_seldom_shows_a_shift() {
    assertThat(alarms(2_000, 50, 0.05, 1)).isLessThanOrEqualTo(20); // 1 %
    assertThat(alarms(2_000, 50, 0.1, 1)).isLessThanOrEqualTo(50); // 2.5 %
    assertThat(alarms(2_000, 50, 0.1, 20)).isLessThanOrEqualTo(10); // 0.5 %
  }

  /** At most 1 of 200, of any of twenty figures that share the significance. */
  @Test
  void at_most_one_build_in_two_hundred_shows_a_shift_that_is_none() {
    assertThat(20 * shown(1_000, 0.05, 20)).isLessThanOrEqualTo(0.005);
  }

  /** As many as are kept, of two hundred figures: at most one in ten shows anything. */
  @Test
  void a_long_history_is_no_worse() {
    assertThat(alarms(200, 1_000, 0.05, 200)).isLessThanOrEqualTo(1);
  }

  @Test
  void growth_by_a_fifth_is_found_within_five_builds_in_nine_of_ten() {
    assertThat(found(5, 0.05, 1.2, 1)).isGreaterThanOrEqualTo(0.9);
    assertThat(found(5, 0.05, 1.2, 20)).isGreaterThanOrEqualTo(0.9);
  }

  /** The confidence that is stated of the builds between which a figure changed. */
  @Test
  void the_true_place_lies_within_what_is_said_to_be_certain_in_95_of_100() {
    for (double[] one : new double[][] {{0.05, 1.2}, {0.1, 1.5}, {0.1, 1.2}}) {
      Random random = new Random(14);
      int told = 0;
      int within = 0;
      for (int i = 0; i < 1_000; i++) {
        double[] series = grown(random, 15, one[0], one[1]);
        List<ChangePoint> points = shifts(series, 1);
        if (points.size() == 1) {
          Place place = Place.of(series, points.get(0));
          told++;
          within += place.first() <= BEFORE && BEFORE <= place.last() ? 1 : 0;
        }
      }
      assertThat((double) within / told).as(one[1] + "").isGreaterThanOrEqualTo(0.95);
    }
  }

  /** The rows of the table of {@code docs/explanation/trend.md}. */
  @Test
  void the_table_of_the_documentation_is_what_was_simulated() throws IOException {
    List<String> rows = new ArrayList<>();
    for (double variation : new double[] {0.05, 0.1}) {
      for (int figures : new int[] {1, 20, 100}) {
        rows.add(row(variation, figures));
      }
    }
    assertThat(
            Files.readAllLines(
                Path.of("..", "docs", "explanation", "trend.md"), StandardCharsets.UTF_8))
        .containsSequence(rows);
  }

  private static String row(double variation, int figures) {
    return String.format(
        Locale.ROOT,
        "| %.0f %% | %d | %.2f %% | %.2f %% | %.0f %% | %.0f %% | %.0f %% | %.0f %% |",
        100 * variation,
        figures,
        alarms(2_000, 50, variation, figures) / 20.0,
        100 * shown(1_000, variation, figures),
        100 * found(3, variation, 1.2, figures),
        100 * found(5, variation, 1.2, figures),
        100 * found(10, variation, 1.2, figures),
        100 * found(5, variation, 1.5, figures));
  }
}

package io.github.rustfit.engine.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.stats.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Builds that are held against a baseline of three figures, in which nothing changed or one figure
 * grew. Runs differ by a normally distributed factor; the seeds are fixed, so that each figure is
 * the same on every machine. What the table of the documentation says is what comes out here.
 */
class SimulatedBuildsTest {

  private static final int FIGURES = 3;
  private static final double OUTSIDE = RunTest.FALSE_ALARMS / FIGURES;
  private static final double[] VARIATIONS = {0.05, 0.1, 0.15};

  /** How many of some builds are told what. */
  private record Told(int builds, int found, int wrong) {

    double share() {
      return (double) found / builds;
    }
  }

  private static Runs runs(int count, double mean, double variation, Random random) {
    List<RunValues.Value> values = new ArrayList<>();
    for (int run = 0; run < count; run++) {
      double value = mean * (1 + variation * random.nextGaussian());
      values.add(new RunValues.Value(Math.max(mean / 100, value), 0, 1_000));
    }
    return new RunValues(values).runs();
  }

  /** The first figure grew by that factor, the others did not. */
  private static Told builds(int builds, int before, int after, double variation, double factor) {
    Random random = new Random(Math.round(1e6 * variation * factor) + 31L * before + after);
    int found = 0;
    int wrong = 0;
    for (int build = 0; build < builds; build++) {
      boolean others = false;
      for (int figure = 0; figure < FIGURES; figure++) {
        Runs then = runs(before, 100, variation, random);
        Runs now = runs(after, figure == 0 ? 100 * factor : 100, variation, random);
        boolean worse = RunTest.of(then, now).grew(OUTSIDE, RunTest.MARGIN);
        if (figure == 0 && worse) {
          found++;
        } else {
          others |= worse;
        }
      }
      wrong += others ? 1 : 0;
    }
    return new Told(builds, found, wrong);
  }

  /** Alarms in builds in which nothing changed, whichever figure gave them. */
  private static int alarms(int builds, int before, int after, double variation) {
    Told told = builds(builds, before, after, variation, 1);
    return told.found() + told.wrong();
  }

  /** At most 1 of 200: 100 of 20,000. */
  @Test
  void at_most_one_build_in_two_hundred_is_a_false_alarm() {
    for (double variation : VARIATIONS) {
      for (int runs : new int[] {2, 3, 5, 10}) {
        assertThat(alarms(20_000, runs, runs, variation))
            .as(runs + " runs that differ by " + variation)
            .isLessThanOrEqualTo(100);
      }
    }
  }

  /**
   * The closed formula for the growth that is found in half of the builds, t · √(2/n) · cv, where
   * the variation is known: with 5 runs t(8) of 1 in 600 is 4.122 and 5 % tell e^0.1304 = 1.139.
   */
  @Test
  void what_is_told_half_the_time_is_what_the_formula_says() {
    assertThat(RunTest.tells(0.05, 5, 5, OUTSIDE)).isCloseTo(0.1392, within(0.001));
    assertThat(builds(4_000, 5, 5, 0.05, 1.139).share()).isBetween(0.4, 0.65);
  }

  /**
   * Three runs on a machine that has become five times as noisy, against ten on a quiet one: the
   * worst that Welch's approximation of the degrees of freedom does, 1 in 120 (documented).
   */
  @Test
  void a_machine_that_is_busier_now_is_one_alarm_in_a_hundred_at_most() {
    Random random = new Random(7);
    int alarms = 0;
    for (int build = 0; build < 20_000; build++) {
      Runs then = runs(10, 100, 0.03, random);
      Runs now = runs(3, 100, 0.15, random);
      alarms += RunTest.of(then, now).grew(RunTest.FALSE_ALARMS, RunTest.MARGIN) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(200);
  }

  /** The rows of the table of {@code docs/explanation/statistics.md}. */
  @Test
  void the_table_of_the_documentation_is_what_was_simulated() throws IOException {
    List<String> rows = new ArrayList<>();
    for (double[] one :
        new double[][] {
          {0.05, 3, 3},
          {0.05, 5, 5},
          {0.05, 6, 6},
          {0.05, 10, 5},
          {0.1, 3, 3},
          {0.1, 5, 5},
          {0.1, 14, 14},
          {0.15, 3, 3},
          {0.15, 5, 5},
          {0.15, 28, 28}
        }) {
      rows.add(row(one[0], (int) one[1], (int) one[2]));
    }

    assertThat(
            Files.readAllLines(
                Path.of("..", "docs", "explanation", "statistics.md"), StandardCharsets.UTF_8))
        .containsSequence(rows);
  }

  private static String row(double variation, int before, int after) {
    Told fifth = builds(4_000, before, after, variation, 1.2);
    assertThat(fifth.wrong()).as("others blamed").isLessThanOrEqualTo(20);
    return String.format(
        Locale.ROOT,
        "| %.0f %% | %d and %d | %.2f %% | %.0f %% | %.0f %% | %.0f %% |",
        100 * variation,
        before,
        after,
        alarms(20_000, before, after, variation) / 200.0,
        100 * builds(4_000, before, after, variation, 1.1).share(),
        100 * fifth.share(),
        100 * builds(4_000, before, after, variation, 1.5).share());
  }
}

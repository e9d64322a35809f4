package io.github.rustfit.engine.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.rules.stats.Runs;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Builds of three runs each, in which nothing changed or a figure grew, held against ten builds
 * before. Runs of one build differ by 5 %, and builds by another 5 %, both normally distributed.
 */
class SinceBuildsTest {

  private static final double OUTSIDE = RunTest.FALSE_ALARMS;

  private static Runs runs(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    return new Runs(values.length, mean, Math.sqrt(squares / (values.length - 1)));
  }

  private static double[] build(Random random, double factor) {
    double build = 100 * factor * (1 + 0.05 * random.nextGaussian());
    return random.doubles(3).map(it -> build * (1 + 0.05 * random.nextGaussian())).toArray();
  }

  private static double worse(double factor, boolean ofBuilds) {
    Random random = new Random(5);
    int worse = 0;
    for (int i = 0; i < 10_000; i++) {
      double[] before = new double[10];
      for (int build = 0; build < before.length; build++) {
        before[build] = Arrays.stream(build(random, 1)).average().orElseThrow();
      }
      Runs then = runs(before);
      Runs now = runs(build(random, factor));
      Since since = ofBuilds ? Since.ofBuilds(then, now, OUTSIDE) : Since.of(then, now, OUTSIDE);
      worse += since.state() == Since.State.WORSE ? 1 : 0;
    }
    return worse / 10_000.0;
  }

  @Test
  void at_most_one_build_in_two_hundred_is_a_false_alarm() {
    assertThat(worse(1, true)).isLessThanOrEqualTo(0.005);
  }

  /** Why builds are not simply taken for runs. */
  @Test
  void runs_alone_would_not_know_how_much_builds_differ() {
    assertThat(worse(1, false)).isGreaterThan(0.005);
  }

  @Test
  void half_as_much_again_is_found_in_nine_of_ten() {
    assertThat(worse(1.5, true)).isGreaterThan(0.9);
  }

  @Test
  void a_single_run_or_build_tells_nothing() {
    Runs one = new Runs(1, 100, 0);
    assertThat(Since.ofBuilds(runs(100, 101), one, OUTSIDE).state()).isEqualTo(Since.State.UNTOLD);
    Since since = Since.ofBuilds(one, runs(100, 101), OUTSIDE);
    assertThat(since.state()).isEqualTo(Since.State.UNTOLD);
    assertThat(since.text()).contains("fewer than two builds then and 2 runs now");
  }
}

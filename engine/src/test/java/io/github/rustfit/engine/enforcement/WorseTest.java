package io.github.rustfit.engine.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.stats.MeasuredValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** When a figure is worse than in the baseline, at the very edges of what may vary. */
class WorseTest {

  private static Violation violation(
      String component, String rule, Optional<MeasuredValue> measure) {
    return new Violation(
        component,
        rule,
        Level.ERROR,
        measure,
        measure.isPresent() ? "a figure" : "keep-in-java",
        OptionalDouble.empty(),
        "a limit",
        "",
        "It is crossed.",
        "Mend it.");
  }

  private static boolean worse(Metric metric, MeasuredValue then, MeasuredValue now) {
    Baseline baseline = new Baseline("g:a", new TreeSet<>(), Map.of(metric.id() + ":app", then));
    return new AgainstBaseline(baseline).worse(violation("app", metric.id(), Optional.of(now)));
  }

  private static boolean worse(Metric metric, double then, double now) {
    return worse(metric, MeasuredValue.exact(then), MeasuredValue.exact(now));
  }

  @Test
  void one_hot_line_more_is_worse_and_as_many_are_not() {
    assertThat(worse(Metric.HOT_PATH_FINDINGS, 20, 21)).isTrue();
    assertThat(worse(Metric.HOT_PATH_FINDINGS, 20, 20)).isFalse();
    assertThat(worse(Metric.HOT_PATH_FINDINGS, 20, 19)).isFalse();
  }

  /** Of 100 the rest may grow from 10 to 11. */
  @Test
  void less_throughput_is_worse_by_more_than_a_tenth_of_the_rest() {
    assertThat(worse(Metric.GC_THROUGHPUT, 90, 89.5)).isFalse();
    assertThat(worse(Metric.GC_THROUGHPUT, 90, 89)).isFalse();
    assertThat(worse(Metric.GC_THROUGHPUT, 90, 88.5)).isTrue();
    assertThat(worse(Metric.GC_THROUGHPUT, 90, 95)).isFalse();
  }

  @Test
  void more_of_a_counted_figure_is_worse_by_more_than_a_tenth() {
    assertThat(worse(Metric.GC_PAUSE_P99, 100, 109)).isFalse();
    assertThat(worse(Metric.GC_PAUSE_P99, 100, 111)).isTrue();
    assertThat(worse(Metric.GC_PAUSE_P99, 100, 50)).isFalse();
  }

  /** The lower end now against a tenth above the upper end then. */
  @Test
  void of_a_rate_with_an_interval_the_ends_count() {
    MeasuredValue then = new MeasuredValue(100, 80, 120, 0);

    assertThat(worse(Metric.ALLOCATION_RATE, then, new MeasuredValue(150, 131, 170, 0))).isFalse();
    assertThat(worse(Metric.ALLOCATION_RATE, then, new MeasuredValue(150, 133, 170, 0))).isTrue();
  }

  /**
   * By Newcombe's formula from 300 to 340 of 1,000 it is −0.1 to +8.1 points, to 345 +0.4 to 8.6.
   */
  @Test
  void of_two_shares_the_interval_of_their_difference_counts() {
    MeasuredValue then = new MeasuredValue(0.3, 0.272, 0.329, 1_000);

    assertThat(worse(Metric.CPU_SHARE, then, new MeasuredValue(0.34, 0.311, 0.370, 1_000)))
        .isFalse();
    assertThat(worse(Metric.CPU_SHARE, then, new MeasuredValue(0.345, 0.316, 0.375, 1_000)))
        .isTrue();
  }

  @Test
  void of_what_was_not_measured_then_nothing_is_known() {
    Baseline baseline = new Baseline("g:a", new TreeSet<>(), Map.of());

    assertThat(
            new AgainstBaseline(baseline)
                .worse(violation("app", "gcPauseP99", Optional.of(MeasuredValue.exact(1_000)))))
        .isFalse();
  }

  @Test
  void another_verdict_is_worse_and_the_same_or_an_unknown_one_is_not() {
    Violation kept = violation("app", Violation.VERDICT, Optional.empty());

    assertThat(new AgainstBaseline(accepting("verdict:app", "app", "review-for-rust")).worse(kept))
        .isTrue();
    assertThat(new AgainstBaseline(accepting("verdict:app", "app", "keep-in-java")).worse(kept))
        .isFalse();
    assertThat(
            new AgainstBaseline(accepting("verdict:other", "other", "review-for-rust")).worse(kept))
        .isFalse();
  }

  private static Baseline accepting(String id, String component, String text) {
    return new Baseline(
        "g:a",
        new TreeSet<>(List.of(new Accepted(id, component, text, Optional.empty()))),
        Map.of());
  }
}

package io.github.rustfit.engine.enforcement;

import static io.github.rustfit.engine.enforcement.Since.State.NOT_WORSE;
import static io.github.rustfit.engine.enforcement.Since.State.UNTOLD;
import static io.github.rustfit.engine.enforcement.Since.State.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
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

  private static Since since(Metric metric, MeasuredValue then, MeasuredValue now) {
    Baseline baseline =
        new Baseline("g:a", new TreeSet<>(), Map.of(metric.id() + ":app", then), Map.of());
    return AgainstBaseline.of(baseline).since(violation("app", metric.id(), Optional.of(now)));
  }

  private static Since.State counted(double then, double now) {
    return since(Metric.HOT_PATH_FINDINGS, MeasuredValue.exact(then), MeasuredValue.exact(now))
        .state();
  }

  /** A figure of that mean in so many runs, which differ by 5 %. */
  private static MeasuredValue runs(int count, double mean) {
    return MeasuredValue.exact(mean).over(new Runs(count, mean, count < 2 ? 0 : mean * 0.05));
  }

  private static Since.State state(int count, double then, double now) {
    return since(Metric.ALLOCATION_RATE, runs(count, then), runs(count, now)).state();
  }

  @Test
  void one_hot_line_more_is_worse_and_as_many_are_not() {
    assertThat(counted(20, 21)).isEqualTo(WORSE);
    assertThat(counted(20, 20)).isEqualTo(NOT_WORSE);
    assertThat(counted(20, 19)).isEqualTo(NOT_WORSE);
  }

  /**
   * Student's t with 4 degrees of freedom exceeds 4.604 once in 200 times (every table), so that 3
   * and 3 runs that differ by 5 % tell a factor of e^(4.604 · 0.05 · √(2/3)) = 1.2068.
   */
  @Test
  void three_runs_that_differ_by_a_twentieth_tell_a_fifth() {
    assertThat(state(3, 100, 120.6)).isEqualTo(NOT_WORSE);
    assertThat(state(3, 100, 120.8)).isEqualTo(WORSE);
    assertThat(state(3, 100, 50)).isEqualTo(NOT_WORSE);
    assertThat(since(Metric.ALLOCATION_RATE, runs(3, 100), runs(3, 115)).text())
        .isEqualTo(
            "it is not worse beyond noise (3 runs then and 3 now tell a growth by 20.7 % from"
                + " noise)");
    assertThat(since(Metric.ALLOCATION_RATE, runs(3, 100), runs(3, 150)).text())
        .isEqualTo("this is worse beyond noise: 1.50× by 3 runs then and 3 now (at least 1.24×)");
  }

  /** t(18) is 2.878: 10 and 10 runs tell a factor of 1.0665, which is within the margin of 10 %. */
  @Test
  void what_is_beyond_noise_and_within_the_margin_is_not_worse() {
    assertThat(state(10, 100, 109.9)).isEqualTo(NOT_WORSE);
    assertThat(state(10, 100, 110.1)).isEqualTo(WORSE);
  }

  /** With two figures each has 1 in 400, where t(4) is 5.598: e^(5.598 · 0.0408) = 1.2567. */
  @Test
  void all_that_may_fail_a_build_shares_one_level() {
    TreeSet<Accepted> accepted = new TreeSet<>();
    for (String id : List.of("allocationRate", "cpuShare:app", "hotPathFindings:app")) {
      accepted.add(new Accepted(id, "", "then", Optional.of(runs(3, 100))));
    }
    AgainstBaseline both =
        AgainstBaseline.of(
            new Baseline("g:a", accepted, Map.of("allocationRate", runs(3, 100)), Map.of()));

    assertThat(both.since(violation("", "allocationRate", Optional.of(runs(3, 125.5)))).state())
        .isEqualTo(NOT_WORSE);
    assertThat(both.since(violation("", "allocationRate", Optional.of(runs(3, 125.8)))).state())
        .isEqualTo(WORSE);
  }

  /** Of 100 the rest may grow from 10 to 12.068. */
  @Test
  void of_throughput_it_is_the_rest_that_may_grow() {
    assertThat(throughput(87.94)).isEqualTo(NOT_WORSE);
    assertThat(throughput(87.92)).isEqualTo(WORSE);
    assertThat(throughput(95)).isEqualTo(NOT_WORSE);
  }

  private static Since.State throughput(double now) {
    return since(
            Metric.GC_THROUGHPUT,
            MeasuredValue.exact(90).over(new Runs(3, 90, 0.5)),
            MeasuredValue.exact(now).over(new Runs(3, now, (100 - now) * 0.05)))
        .state();
  }

  /**
   * With a single run on either side nothing is told; from what the other side shows, or for 5 %
   * where nothing does: three and three tell 20.7 % as above, and t · 0.05 · √(2/n) is below ln 1.1
   * = 0.0953 from n = 6 on (t(10) is 3.169: 0.0915; t(8), 3.355: 0.1061).
   */
  @Test
  void a_single_run_on_either_side_tells_nothing_and_says_what_would() {
    for (int[] counts : new int[][] {{1, 1}, {0, 3}, {3, 1}, {1, 3}}) {
      Since since = since(Metric.ALLOCATION_RATE, runs(counts[0], 100), runs(counts[1], 10_000));
      assertThat(since.state()).isEqualTo(UNTOLD);
      assertThat(since.text())
          .doesNotContain("beyond noise")
          .endsWith("3 runs then and 3 now tell a growth by 20.7 %, and one by 10 % takes 6 each.");
    }
  }

  /** e^(4.604 · 0.05 · √(2/3)) = 1.2068, with ten times the variation 6.55. */
  @Test
  void runs_that_cannot_tell_that_it_doubled_are_named_as_weak() {
    MeasuredValue any = MeasuredValue.exact(100).over(new Runs(3, 100, 50));
    MeasuredValue other = MeasuredValue.exact(101).over(new Runs(3, 101, 50.5));

    assertThat(since(Metric.CPU_SHARE, any, other))
        .isEqualTo(
            new Since(
                NOT_WORSE,
                "it is not worse beyond noise (3 runs then and 3 now tell a growth by 555.1 % from"
                    + " noise)",
                true));
    assertThat(since(Metric.CPU_SHARE, runs(3, 100), runs(3, 101)).weak()).isFalse();
    assertThat(since(Metric.CPU_SHARE, any, any).text()).isEqualTo("it is the same figure");
  }

  /** e^(4.604 · √(2/3) · 1) is 42.9: a growth by 4,190 % helps nobody. */
  @Test
  void a_growth_beyond_tenfold_is_no_figure() {
    MeasuredValue any = MeasuredValue.exact(100).over(new Runs(3, 100, 100));
    MeasuredValue other = MeasuredValue.exact(101).over(new Runs(3, 101, 101));

    assertThat(since(Metric.CPU_SHARE, any, other).text())
        .isEqualTo(
            "it is not worse beyond noise (3 runs then and 3 now tell not even ten times as much from"
                + " noise)");
  }

  @Test
  void of_what_was_not_measured_then_nothing_is_known() {
    Baseline baseline = new Baseline("g:a", new TreeSet<>(), Map.of(), Map.of());

    assertThat(
            AgainstBaseline.of(baseline)
                .since(violation("app", "gcPauseP99", Optional.of(runs(3, 1_000))))
                .state())
        .isEqualTo(UNTOLD);
  }

  @Test
  void another_verdict_is_worse_and_the_same_or_an_unknown_one_is_not() {
    Violation kept = violation("app", Violation.VERDICT, Optional.empty());

    assertThat(
            AgainstBaseline.of(accepting("verdict:app", "app", "review-for-rust"))
                .since(kept)
                .state())
        .isEqualTo(WORSE);
    assertThat(
            AgainstBaseline.of(accepting("verdict:app", "app", "keep-in-java")).since(kept).state())
        .isEqualTo(NOT_WORSE);
    assertThat(
            AgainstBaseline.of(accepting("verdict:other", "other", "review-for-rust"))
                .since(kept)
                .state())
        .isEqualTo(UNTOLD);
  }

  private static Baseline accepting(String id, String component, String text) {
    return new Baseline(
        "g:a",
        new TreeSet<>(List.of(new Accepted(id, component, text, Optional.empty()))),
        Map.of(),
        Map.of());
  }
}

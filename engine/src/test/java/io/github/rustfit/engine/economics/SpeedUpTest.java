package io.github.rustfit.engine.economics;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedUpTest {

  /** One core busy; the collector's and the compiler's part of it. */
  private static Situation measured(double collector, double compiler) {
    Tally process = new Tally(600 * SECOND, 600 * SECOND);
    Tally gcTime = new Tally(Math.round(collector * 600 * SECOND), 600 * SECOND);
    Tally jitTime = new Tally(Math.round(compiler * 600 * SECOND), 600 * SECOND);
    return new Situation()
        .gc(gcCpu(gc("G1", 600, 20, MILLI), gcTime))
        .recording(profile -> processCpu(profile, process, jitTime));
  }

  /**
   * A cache under G1: the process uses 0.2406 of a core (jdk.CPULoad), all Java threads 0.1058
   * (jdk.ThreadCPULoad), so nobody but the collector used 56.0 % of it; pauses took 1.9 %.
   */
  @Test
  void the_collectors_concurrent_work_is_bounded_by_what_no_java_thread_used() {
    Tally process = new Tally(14_833 * MILLI, 61_649 * MILLI);
    SamplingFacts sampling =
        new SamplingFacts(
            new Tally(5_595 * MILLI, 52_860 * MILLI),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    RuleContext context =
        new Situation()
            .gc(gcCpu(gc("G1", 600, 20, MILLI), new Tally(282 * MILLI, 61_649 * MILLI)))
            .recording(
                profile ->
                    processCpu(profile, process, Tally.UNKNOWN)
                        .with(RecordingFacts.EMPTY.with(sampling)))
            .context();
    assertThat(SpeedUp.printedCollectorCpu(context).orElseThrow()).isCloseTo(0.019, within(0.001));
    assertThat(SpeedUp.collectorCpu(context).orElseThrow()).isCloseTo(0.560, within(0.001));
  }

  /** f = 0.60, g = 0.15, j = 0.02, a = 0.7: ceiling 2.519 (cost_model.py). */
  @Test
  void ceiling_agrees_with_the_oracle() {
    SpeedUp speedUp =
        SpeedUp.of(
                measured(0.15, 0.02)
                    .cpuSamples(60_000, 40_000)
                    .allocationSamples(70_000, 30_000)
                    .context())
            .orElseThrow();

    assertThat(speedUp.ceiling().orElseThrow()).isCloseTo(2.519, within(0.0005));
    assertThat(speedUp.ceilingLow()).isBetween(2.45, 2.519);
    assertThat(speedUp.ceilingHigh()).isBetween(2.519, 2.60);
  }

  /**
   * By {@code cost_model.amdahl(.6,.15,.02,.7,s,rho,b)}: s=.15, rho=.4, b=.05 gives 0.2625; 1, .3,
   * .02 gives 1.0565; 8, .1, 0 gives 2.1288.
   */
  @Test
  void estimate_agrees_with_the_oracle_in_all_three_scenarios() {
    SpeedUp.Estimate estimate =
        SpeedUp.of(
                measured(0.15, 0.02)
                    .cpuSamples(60_000, 40_000)
                    .allocationSamples(70_000, 30_000)
                    .context())
            .orElseThrow()
            .estimate()
            .orElseThrow();

    assertThat(estimate.low()).isCloseTo(0.2625, within(0.0005));
    assertThat(estimate.central()).isCloseTo(1.0565, within(0.0005));
    assertThat(estimate.high()).isCloseTo(2.1288, within(0.0005));
  }

  /**
   * Invariant 11. A gain that was measured is one of everything that goes: r = .6 × .83 + .15 × .7
   * = .603, and 1/(1 − .603 + .603/g) is 0.7133 for 0.6, 1 for 1, and 1.4316 for 2.
   */
  @ParameterizedTest
  @CsvSource({"0.6, 0.7133", "1, 1", "2, 1.4316"})
  void a_declared_gain_holds_allocation_and_boundary(double gain, double expected) {
    SpeedUp.Estimate estimate =
        SpeedUp.of(
                measured(0.15, 0.02)
                    .cpuSamples(60_000, 40_000)
                    .allocationSamples(70_000, 30_000)
                    .facts(
                        new Declared()
                            .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(gain)))
                            .facts())
                    .context())
            .orElseThrow()
            .estimate()
            .orElseThrow();

    assertThat(estimate.low()).isEqualTo(estimate.high());
    assertThat(estimate.central()).isCloseTo(expected, within(0.0005));
  }

  /**
   * f = 0.5 and a = 0.10 in so many samples that the intervals hardly matter. The removable share
   * is least where the collector takes 90 % and the compiler 10 %: 0.09, a ceiling of 1.099. It is
   * largest at g = 0, j = 0: 0.5, a ceiling of 2.
   */
  @Test
  void with_the_collectors_cpu_unknown_the_ceiling_spans_all_it_could_be() {
    SpeedUp speedUp =
        SpeedUp.of(
                new Situation()
                    .cpuSamples(5_000_000, 5_000_000)
                    .allocationSamples(1_000_000, 9_000_000)
                    .context())
            .orElseThrow();

    assertThat(speedUp.ceilingLow()).isCloseTo(1 / 0.91, within(0.001));
    assertThat(speedUp.ceilingHigh()).isCloseTo(2, within(0.003));
    assertThat(speedUp.ceiling()).isEmpty();
    assertThat(speedUp.estimate()).isEmpty();
  }

  @Test
  void unknown_allocation_leaves_the_ceiling_open_as_far_as_the_collector_works() {
    SpeedUp speedUp =
        SpeedUp.of(measured(0.5, 0).cpuSamples(1_000_000, 9_000_000).context()).orElseThrow();

    assertThat(speedUp.ceilingLow()).isCloseTo(1 / 0.95, within(0.001));
    assertThat(speedUp.ceilingHigh()).isCloseTo(1 / 0.45, within(0.003));
    assertThat(speedUp.ceiling()).isEmpty();
  }

  @Test
  void without_enough_cpu_samples_nothing_is_said() {
    assertThat(SpeedUp.of(new Situation().cpuSamples(999, 0).context())).isEmpty();
    assertThat(SpeedUp.of(new Situation().cpuSamples(999, 1).context())).isPresent();
  }
}

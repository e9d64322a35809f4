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
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What speed-up and economics rest on. The component owns 3,000 of 5,000 CPU samples and 700 of
 * 1,000 allocation samples: f = 0.6, by Wilson's formula 0.58635 to 0.61350, and a = 0.7, 0.67088
 * to 0.72759. The process used 250 s of CPU in ten minutes. Speed-ups are those of {@code amdahl}
 * in cost_model.py.
 */
class EconomicsFiguresTest {

  private static final double PROCESS = 250;

  /** Seconds of CPU of the collector, of the compiler and of all Java threads; -1 is unknown. */
  private static Situation measured(double collector, double compiler, double threads) {
    SamplingFacts sampling =
        new SamplingFacts(
            tally(threads),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    return new Situation()
        .cpuSamples(3_000, 2_000)
        .allocationSamples(700, 300)
        .gc(gcCpu(gc("G1", 600, 20, MILLI), tally(collector)))
        .recording(
            profile ->
                processCpu(profile, tally(PROCESS), tally(compiler))
                    .with(RecordingFacts.EMPTY.with(sampling)));
  }

  private static Tally tally(double seconds) {
    return seconds < 0 ? Tally.UNKNOWN : new Tally(Math.round(seconds * SECOND), 600 * SECOND);
  }

  /** The collector prints 15 % of the process CPU, and 40 % was used by no Java thread. */
  private static Situation concurrent() {
    return measured(37.5, 5, 150);
  }

  /** g = 0.4, j = 5/250 = 0.02: 1/(1 − 0.6 × 0.58 − 0.4 × 0.7). */
  @Test
  void what_is_known_of_collector_and_compiler_is_a_part_of_the_process() {
    RuleContext context = concurrent().context();
    SpeedUp speedUp = SpeedUp.of(context).orElseThrow();

    assertThat(speedUp.ceiling().orElseThrow()).isCloseTo(2.688172, within(1e-6));
    assertThat(speedUp.estimate().orElseThrow().low()).isCloseTo(0.350385, within(1e-6));
    assertThat(speedUp.estimate().orElseThrow().central()).isCloseTo(1.213592, within(1e-6));
    assertThat(speedUp.estimate().orElseThrow().high()).isCloseTo(2.254791, within(1e-6));
    assertThat(SpeedUp.applicationCpu(context)).isCloseTo(0.58, within(1e-9));
  }

  /**
   * Of all corners of f, g and a the pessimistic least is at f high, g = 0.15 and a low, the
   * optimistic most at f high, g = 0.4 and a high.
   */
  @Test
  void the_bounds_are_the_least_and_the_most_of_all_corners() {
    RuleContext context = concurrent().context();
    SpeedUp.Bounds bounds = SpeedUp.bounds(context).orElseThrow();

    assertThat(bounds.pessimisticAtLeast()).isCloseTo(0.258058, within(1e-6));
    assertThat(bounds.optimisticAtMost()).isCloseTo(2.343476, within(1e-6));
    EconomicsBasis basis = EconomicsBasis.of(context);
    assertThat(basis.cpuAtLeast()).isCloseTo(1 - 1 / 0.258058, within(1e-5));
    assertThat(basis.cpuAtMost()).isCloseTo(1 - 1 / 2.343476, within(1e-5));
  }

  /** The compiler may have taken 0 to 10 %: the least and the most are both at none. */
  @Test
  void a_compiler_that_was_not_recorded_is_assumed_and_may_be_none() {
    SpeedUp.Bounds bounds = SpeedUp.bounds(measured(37.5, -1, -1).context()).orElseThrow();

    assertThat(bounds.pessimisticAtLeast()).isCloseTo(0.253509, within(1e-6));
    assertThat(bounds.optimisticAtMost()).isCloseTo(2.244738, within(1e-6));
  }

  /**
   * A collector of 95 % beside a compiler of 10 % can have taken 90 % at most, so the component's
   * own code took nothing: r = 0.9 × 0.7 = 0.63, 1/(1 − 0.63), and with a gain of 2 1/(0.37 +
   * 0.315).
   */
  @Test
  void collector_and_compiler_together_take_no_more_than_all() {
    SpeedUp speedUp = SpeedUp.of(measured(237.5, 25, -1).context()).orElseThrow();
    assertThat(speedUp.ceiling().orElseThrow()).isCloseTo(1 / 0.37, within(1e-9));
    assertThat(speedUp.estimate().orElseThrow().central()).isCloseTo(1.727116, within(1e-6));

    SpeedUp declared =
        SpeedUp.of(
                measured(237.5, 25, -1)
                    .facts(
                        new Declared()
                            .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(2)))
                            .facts())
                    .context())
            .orElseThrow();
    assertThat(declared.estimate().orElseThrow().central()).isCloseTo(1 / 0.685, within(1e-9));
  }

  /** The report lists every figure that is not measured: three of each but where all are one. */
  @Test
  void every_assumption_of_the_speed_up_is_listed_with_its_figures() {
    assertThat(SpeedUp.assumptions())
        .extracting(Threshold::value)
        .startsWith(0.15, 1.0, 8.0, 0.4, 0.3, 0.1, 0.05, 0.02, 0.0)
        .containsSequence(0.02, 0.65, 2.2) // intrinsics
        .endsWith(0.02, 0.10, 0.05);
    assertThat(AssumedThresholds.of(List.of(Assumption.RAMP_LOSS)))
        .extracting(Threshold::value)
        .containsExactly(0.5);
  }

  private static RuleContext binding(Binding binding) {
    return concurrent()
        .facts(Declared.workedExample(1_000).fleet(1_000, 8, 2, binding).facts())
        .context(15_000);
  }

  private static List<String> inputs(Binding binding) {
    return Economics.of(binding(binding)).orElseThrow().inputs().stream()
        .map(one -> one.id() + " " + one.value().central() + " " + one.unit())
        .toList();
  }

  /** Without cpuReduction, which is 1 − 1/1.213592. */
  @Test
  void every_figure_of_the_calculation_is_listed_in_its_order() {
    assertThat(inputs(Binding.BOTH).stream().filter(one -> !one.startsWith("cpuReduction")))
        .containsExactly(
            "fleet.instances 1000.0 instances",
            "fleet.memoryGiB 8.0 GiB",
            "fleet.vCpus 2.0 vCPU",
            "fleet.pricePerGiBYear 38.9 USD per GiB and year",
            "fleet.pricePerVCpuYear 354.6 USD per vCPU and year",
            "memoryShare 0.7 share",
            "linesOfCode 15000.0 lines",
            "team.size 4.0 people",
            "personMonthCost 12000.0 USD per person-month",
            "horizon.years 5.0 years",
            "economics.kernelSpeedUp 1.0 ×",
            "economics.memoryReduction 0.5 share",
            "economics.personMonthsPerKloc 1.1 person-months",
            "economics.couplingMultiplier 1.2 ×",
            "economics.overrun 1.25 ×",
            "economics.rampUpMonths 4.0 months",
            "economics.rampUpLoss 0.5 share",
            "economics.recurringPersonMonths 3.0 person-months a year",
            "economics.dualRunMonths 2.0 months",
            "economics.nativeAllocatorCost 0.3 share",
            "economics.boundaryShare 0.02 share");
    assertThat(
            Economics.of(binding(Binding.BOTH)).orElseThrow().inputs().stream()
                .filter(one -> one.id().equals("cpuReduction"))
                .map(one -> one.value().central()))
        .singleElement()
        .satisfies(value -> assertThat(value).isCloseTo(0.176000, within(1e-6)));
  }

  @Test
  void only_what_the_binding_needs_is_listed() {
    assertThat(inputs(Binding.MEMORY))
        .noneMatch(one -> one.startsWith("cpuReduction"))
        .noneMatch(one -> one.startsWith("economics.kernelSpeedUp"))
        .noneMatch(one -> one.startsWith("economics.nativeAllocatorCost"))
        .noneMatch(one -> one.startsWith("economics.boundaryShare"))
        .anyMatch(one -> one.startsWith("memoryShare"));
    assertThat(inputs(Binding.CPU))
        .noneMatch(one -> one.startsWith("memoryShare"))
        .anyMatch(one -> one.startsWith("cpuReduction"));
  }

  private static List<String> missing(Situation situation) {
    return Economics.missing(
        situation
            .facts(Declared.workedExample(1_000).fleet(1_000, 8, 2, Binding.CPU).facts())
            .context(15_000));
  }

  @Test
  void what_the_cpu_that_goes_still_needs_is_asked_for_in_turn() {
    Situation nothing = new Situation();
    assertThat(missing(nothing)).containsExactly(Need.CPU_PROFILE.toProvide());
    assertThat(missing(new Situation().cpuSamples(3_000, 2_000)))
        .containsExactly(Need.ALLOCATION_PROFILE.toProvide());
    assertThat(missing(new Situation().cpuSamples(3_000, 2_000).allocationSamples(700, 300)))
        .containsExactly(
            "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad, so that the"
                + " collector's CPU is known.");
    assertThat(missing(concurrent())).isEmpty();
  }

  private static GainBasis speed(Map<Assumption, ThreePoint> declared, String source) {
    return GainBasis.ofSpeed(
        concurrent().facts(new Declared().assuming(declared, source).facts()).context());
  }

  /** A gain is assumed, claimed or measured, and never two of them. */
  @Test
  void a_gain_is_measured_only_with_its_source() {
    List<Assumption> gain = List.of(Assumption.KERNEL_SPEED_UP);
    Map<Assumption, ThreePoint> declared = Map.of(gain.get(0), ThreePoint.exactly(2));

    assertThat(speed(Map.of(), ""))
        .isEqualTo(new GainBasis(gain, List.of(), List.of(), Optional.empty()));
    assertThat(speed(declared, ""))
        .isEqualTo(new GainBasis(List.of(), gain, List.of(), Optional.empty()));
    assertThat(speed(declared, "a pilot"))
        .isEqualTo(new GainBasis(List.of(), List.of(), gain, Optional.empty()));
    assertThat(speed(declared, "").carries()).isFalse();
    assertThat(speed(declared, "a pilot").carries()).isTrue();
  }

  /** At the horizon it has paid, a day later it has not; with nothing left it has never. */
  @Test
  void it_pays_when_something_is_left_by_the_horizon() {
    assertThat(paid(1, 5).pays(5)).isTrue();
    assertThat(paid(1, 5.01).pays(5)).isFalse();
    assertThat(paid(0, 4).pays(5)).isFalse();
  }

  private static Economics.Case paid(double left, double years) {
    return new Economics.Case(1, 1, 1, 1, left, OptionalDouble.of(years));
  }
}

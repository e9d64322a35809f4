package io.github.rustfit.engine.economics;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomicsTest {

  private static final int LINES = 15_000;

  /** A component that allocates so many of 1,000 samples and burns half of the CPU. */
  private static RuleContext context(DeclaredFacts facts, long allocates) {
    Tally idle = new Tally(0, 600 * SECOND);
    return new Situation()
        .cpuSamples(5000, 5000)
        .allocationSamples(allocates, 1000 - allocates)
        .gc(gcCpu(gc("ZGC", 600, 20, 1000), idle))
        .recording(profile -> processCpu(profile, new Tally(600 * SECOND, 600 * SECOND), idle))
        .facts(facts)
        .context(LINES);
  }

  /** Figures of {@code python3 cost_model.py}: saving, one-time cost, what is left, payback. */
  @ParameterizedTest
  @CsvSource({
    "200, PESSIMISTIC, 12448, 1197316, -1495076,",
    "200, CENTRAL, 31120, 410007, -434407,",
    "200, OPTIMISTIC, 37344, 168803, -42083, 6.66",
    "1000, PESSIMISTIC, 62240, 1360580, -1409380,",
    "1000, CENTRAL, 155600, 478033, 119967, 4.0",
    "1000, OPTIMISTIC, 186720, 196013, 677587, 1.12",
    "10000, PESSIMISTIC, 622400, 3197300, -445300, 5.81",
    "10000, CENTRAL, 1556000, 1243333, 6356667, 0.82",
    "10000, OPTIMISTIC, 1867200, 502133, 8773867, 0.27"
  })
  void a_component_that_owns_all_the_memory_has_the_figures_of_the_oracle(
      double instances,
      Scenario scenario,
      double saving,
      double once,
      double left,
      Double payback) {
    Economics economics =
        Economics.of(context(Declared.workedExample(instances).facts(), 1000)).orElseThrow();
    Economics.Case one = economics.in(scenario);

    assertThat(one.savingPerYear()).isCloseTo(saving, within(.51));
    assertThat(one.oneTimeCost()).isCloseTo(once, within(.51));
    assertThat(one.netPresentValue()).isCloseTo(left, within(.51));
    if (payback == null) {
      assertThat(one.paybackYears()).isEmpty();
    } else {
      assertThat(one.paybackYears().orElseThrow()).isCloseTo(payback, within(.0051));
    }
  }

  @Test
  void it_saves_only_its_own_part_of_the_memory() {
    Economics economics =
        Economics.of(context(Declared.workedExample(1000).facts(), 250)).orElseThrow();

    // a quarter of the oracle's 155,600; of its 62,240 in the pessimistic case it is 15,560
    assertThat(economics.in(Scenario.CENTRAL).savingPerYear()).isCloseTo(38_900, within(.51));
    assertThat(economics.nearEnd().savingPerYear()).isLessThan(15_560);
    assertThat(economics.optimisticAtMost().savingPerYear())
        .isGreaterThan(economics.in(Scenario.OPTIMISTIC).savingPerYear());
  }

  /**
   * 1 GiB is live, so a JVM with a sized heap takes 3 × 1 + 1/16 GiB of the 8 that are paid for: of
   * the oracle's 155,600 in the central case 59,566. What is left of the 8 goes by -Xmx alone.
   */
  @Test
  void memory_that_a_sized_heap_gives_back_is_no_gain_of_a_port() {
    RuleContext roomy =
        new Situation()
            .cpuSamples(5000, 5000)
            .allocationSamples(1000, 0)
            .gc(GcBuilder.from(gc("G1", 600, 20, 1000)).heap(8L << 30, 1L << 30).build())
            .facts(Declared.workedExample(1000).facts())
            .context(LINES);

    assertThat(Economics.of(roomy).orElseThrow().in(Scenario.CENTRAL).savingPerYear())
        .isCloseTo(59_566, within(1.0));
  }

  /**
   * f = 0.5, nothing else: 1/(0.5 + 0.5/1 + 0.02) = 0.9804, so 1 − 1/0.9804 = −2 % of 1,000 × 2
   * vCPU × 354.6 = 709,200 is −14,184; 1/(0.5 + 0.5/8) leaves 43.75 % over, 310,275.
   */
  @Test
  void what_cpu_saves_follows_the_estimate_of_the_speed_up() {
    DeclaredFacts facts = Declared.workedExample(1000).fleet(1000, 8, 2, Binding.CPU).facts();
    Economics economics = Economics.of(context(facts, 0)).orElseThrow();

    assertThat(economics.in(Scenario.CENTRAL).savingPerYear()).isCloseTo(-14_184, within(.51));
    assertThat(economics.in(Scenario.OPTIMISTIC).savingPerYear()).isCloseTo(310_275, within(.51));
    assertThat(economics.in(Scenario.PESSIMISTIC).savingPerYear()).isNegative();
  }

  @Test
  void every_figure_says_where_it_comes_from() {
    Economics economics =
        Economics.of(context(Declared.workedExample(1000).facts(), 1000)).orElseThrow();

    assertThat(economics.inputs())
        .extracting(Economics.Input::id, Economics.Input::provenance)
        .contains(
            tuple("fleet.instances", Provenance.DECLARED),
            tuple("memoryShare", Provenance.MEASURED),
            tuple("linesOfCode", Provenance.REPOSITORY),
            tuple("economics.memoryReduction", Provenance.DECLARED),
            tuple("economics.personMonthsPerKloc", Provenance.ASSUMED))
        .doesNotContain(tuple("economics.kernelSpeedUp", Provenance.ASSUMED));
    assertThat(economics.inputs()).allSatisfy(one -> assertThat(one.source()).isNotBlank());
  }

  @Test
  void what_is_missing_is_named_by_its_key() {
    assertThat(Economics.of(context(DeclaredFacts.NONE, 1000))).isEmpty();
    assertThat(Economics.missing(context(DeclaredFacts.NONE, 1000)))
        .containsExactly(
            "Declare fleet.instances, fleet.memoryGiB, fleet.vCpus, fleet.pricePerGiBYear,"
                + " fleet.pricePerVCpuYear, fleet.binding, team.size, personMonthCost,"
                + " horizon.years in rustfit.yaml, so that the saving can be weighed against the"
                + " migration.");
    assertThat(
            Economics.missing(
                context(Declared.workedExample(1).team(-1, -1, null, -1).facts(), 1000)))
        .singleElement()
        .asString()
        .startsWith("Declare team.size in rustfit.yaml");
  }

  @Test
  void memory_that_nobody_measured_is_asked_for() {
    RuleContext context =
        new Situation()
            .cpuSamples(9000, 1000)
            .facts(Declared.workedExample(1000).facts())
            .context(LINES);

    assertThat(Economics.of(context)).isEmpty();
    assertThat(Economics.missing(context)).containsExactly(Need.ALLOCATION_PROFILE.toProvide());
  }

  @Test
  void a_component_s_own_fleet_takes_the_prices_of_the_whole() {
    Fleet whole = Declared.workedExample(1000).facts().fleet();
    Fleet own = new Declared().fleet(5, 1, 1, Binding.CPU).facts().fleet();

    assertThat(own.orElse(whole).instances()).hasValue(5);
    assertThat(Fleet.NOT_DECLARED.orElse(whole)).isEqualTo(whole);
  }
}

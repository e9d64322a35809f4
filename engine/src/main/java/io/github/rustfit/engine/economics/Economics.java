package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.arithmetic.Migration;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What moving a component saves and costs.
 *
 * <p>Costs follow the component's own lines of code, so savings follow its own part of the
 * machines: of the CPU what the estimate of the speed-up leaves over, of the memory its share of
 * the allocated bytes, which stands in for its share of the memory that nobody measured.
 *
 * @param currency of all money
 * @param horizonYears how long the result is used
 * @param cases the three scenarios at the measured shares
 * @param optimisticAtMost optimistic assumptions at the end of the confidence intervals that speaks
 *     most for a migration
 * @param nearEnd central assumptions but for what goes of CPU and memory, which is at its near end
 *     where the intervals speak least for a migration: what is left if the gain is as small as it
 *     may be
 * @param farEnd the same with what goes at its far end, where the intervals speak most for it
 * @param inputs everything it rests on, in the order of the calculation
 */
public record Economics(
    String currency,
    double horizonYears,
    Map<Scenario, Case> cases,
    Case optimisticAtMost,
    Case nearEnd,
    Case farEnd,
    List<Input> inputs) {

  private static final double LINES_PER_KLOC = 1000;

  /**
   * One scenario.
   *
   * @param savingPerYear on machines, a year
   * @param oneTimeCost of the migration
   * @param recurringCostPerYear of a second stack, a year
   * @param personMonths work of the migration
   * @param netPresentValue what is left at the horizon, undiscounted
   * @param paybackYears after how many years it has paid for itself; empty if never
   */
  public record Case(
      double savingPerYear,
      double oneTimeCost,
      double recurringCostPerYear,
      double personMonths,
      double netPresentValue,
      OptionalDouble paybackYears) {

    static Case of(Migration migration) {
      return new Case(
          migration.savingPerYear(),
          migration.oneTimeCost(),
          migration.recurringCostPerYear(),
          migration.personMonths(),
          migration.netPresentValue(),
          migration.paybackYears());
    }

    /** Whether it has paid for itself before the horizon, with something left. */
    public boolean pays(double horizonYears) {
      return netPresentValue > 0
          && paybackYears.isPresent()
          && paybackYears.getAsDouble() <= horizonYears;
    }
  }

  /**
   * A figure that the economics rest on.
   *
   * @param id its key in the policy, or its name when it is measured
   * @param name a few words
   * @param value the figure
   * @param unit its unit
   * @param provenance where it comes from
   * @param source a citation of an assumption; what was measured or who declared it otherwise
   */
  public record Input(
      String id,
      String name,
      ThreePoint value,
      String unit,
      Provenance provenance,
      String source) {}

  public Economics {
    EnumMap<Scenario, Case> copy = new EnumMap<>(Scenario.class);
    copy.putAll(cases);
    cases = Collections.unmodifiableMap(copy);
    inputs = List.copyOf(inputs);
    if (copy.size() != Scenario.values().length) {
      throw new IllegalArgumentException("every scenario needs a case");
    }
  }

  /** A scenario. */
  public Case in(Scenario scenario) {
    return Objects.requireNonNull(cases.get(scenario));
  }

  /**
   * What to declare or record before the economics of the context's component can be calculated;
   * empty when all is there.
   */
  public static List<String> missing(RuleContext context) {
    return EconomicsInputs.missing(context);
  }

  /** The economics of the context's component; empty while anything is missing. */
  public static Optional<Economics> of(RuleContext context) {
    if (!missing(context).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(calculate(context));
  }

  private static Economics calculate(RuleContext context) {
    DeclaredFacts facts = context.policy().facts();
    String name = context.component().name();
    Horizon horizon = facts.horizon(name).orElseThrow();
    EconomicsBasis basis = EconomicsBasis.of(context);
    Share memory = basis.memory();
    ThreePoint cpu = basis.cpu();
    ThreePoint goes = basis.memoryGoes(context);
    EnumMap<Scenario, Case> cases = new EnumMap<>(Scenario.class);
    for (Scenario scenario : Scenario.values()) {
      cases.put(
          scenario, judge(context, scenario, memory.value() * goes.in(scenario), cpu.in(scenario)));
    }
    return new Economics(
        facts.currency(),
        horizon.years(),
        cases,
        judge(context, Scenario.OPTIMISTIC, memory.high() * goes.optimistic(), basis.cpuAtMost()),
        judge(context, Scenario.CENTRAL, memory.low() * goes.pessimistic(), basis.cpuAtLeast()),
        judge(context, Scenario.CENTRAL, memory.high() * goes.optimistic(), basis.cpuAtMost()),
        EconomicsInputs.of(context, memory, cpu));
  }

  private static Case judge(RuleContext context, Scenario scenario, double memory, double cpu) {
    DeclaredFacts facts = context.policy().facts();
    Assumptions assumed = facts.assumptions();
    Fleet fleet = facts.fleet(context.component().name());
    Binding binding = fleet.binding().orElseThrow();
    return Case.of(
        new Migration(
            new Migration.Fleet(
                fleet.instances().orElseThrow(),
                fleet.memoryGiB().orElseThrow(),
                fleet.vCpus().orElseThrow(),
                fleet.pricePerGiBYear().orElseThrow(),
                fleet.pricePerVCpuYear().orElseThrow()),
            new Migration.Reduction(memory, cpu, binding.memory(), binding.cpu()),
            new Migration.Effort(
                context.component().linesOfCode() / LINES_PER_KLOC,
                assumed.get(Assumption.EFFORT).in(scenario),
                assumed.get(Assumption.COUPLING).in(scenario),
                assumed.get(Assumption.OVERRUN).in(scenario),
                facts.team().size().orElseThrow(),
                assumed.get(Assumption.RAMP_UP).in(scenario),
                assumed.get(Assumption.RAMP_LOSS).in(scenario),
                assumed.get(Assumption.DUAL_RUN).in(scenario)),
            new Migration.Running(
                facts.personMonthCost().orElseThrow(),
                assumed.get(Assumption.RECURRING).in(scenario),
                facts.horizon(context.component().name()).orElseThrow().years())));
  }
}

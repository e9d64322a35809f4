package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Declared facts, built by hand; what is not set is not declared. */
public final class Declared {

  private Fleet fleet = Fleet.NOT_DECLARED;
  private Team team = Team.NOT_DECLARED;
  private OptionalDouble personMonthCost = OptionalDouble.empty();
  private Optional<Horizon> horizon = Optional.empty();
  private Operations operations = Operations.NOT_DECLARED;
  private Assumptions assumptions = Assumptions.DEFAULT;

  /**
   * The worked example of {@code cost_model.py}, the arithmetic oracle: 8 GiB and 2 vCPU an
   * instance, 4 developers, 12,000 a person-month, 5 years, memory binds, and its own assumptions.
   */
  public static Declared workedExample(double instances) {
    return new Declared()
        .fleet(instances, 8, 2, Binding.MEMORY)
        .team(4, -1, null, -1)
        .personMonthCost(12_000)
        .horizon(5)
        .assuming(
            Map.of(
                Assumption.MEMORY_REDUCTION, new ThreePoint(.2, .5, .6),
                Assumption.RAMP_UP, new ThreePoint(6, 4, 3),
                Assumption.OVERRUN, new ThreePoint(1.5, 1.25, 1)));
  }

  /** Instances of this size each, at 38.9 a GiB and 354.6 a vCPU and year. */
  public Declared fleet(double instances, double gib, double cpus, Binding binding) {
    fleet =
        new Fleet(
            OptionalDouble.of(instances),
            OptionalDouble.of(gib),
            OptionalDouble.of(cpus),
            OptionalDouble.of(38.9),
            OptionalDouble.of(354.6),
            Optional.of(binding),
            OptionalDouble.empty());
    return this;
  }

  /** Changes what was declared of the fleet so far. */
  public Declared fleet(UnaryOperator<Fleet> change) {
    fleet = change.apply(fleet);
    return this;
  }

  /** The saving that is asked for, a year. */
  public Declared targetSaving(double perYear) {
    return fleet(
        f ->
            new Fleet(
                f.instances(),
                f.memoryGiB(),
                f.vCpus(),
                f.pricePerGiBYear(),
                f.pricePerVCpuYear(),
                f.binding(),
                OptionalDouble.of(perYear)));
  }

  /** What is negative or null is not declared. */
  public Declared team(
      int size,
      int experienced,
      Team.@org.jspecify.annotations.Nullable Seniority seniority,
      double ramp) {
    team =
        new Team(
            size < 0 ? OptionalInt.empty() : OptionalInt.of(size),
            experienced < 0 ? OptionalInt.empty() : OptionalInt.of(experienced),
            Optional.ofNullable(seniority),
            ramp < 0 ? OptionalDouble.empty() : OptionalDouble.of(ramp));
    return this;
  }

  /** What a person-month costs. */
  public Declared personMonthCost(double cost) {
    personMonthCost = OptionalDouble.of(cost);
    return this;
  }

  /** For how many years the component will still run. */
  public Declared horizon(double years) {
    horizon = Optional.of(new Horizon(years, ""));
    return this;
  }

  /** What is operated today; no languages and an empty text are not declared. */
  public Declared operations(List<String> languages, String onCall, Optional<Boolean> binaries) {
    operations =
        new Operations(
            languages.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(languages)),
            onCall,
            binaries);
    return this;
  }

  /** These values in the place of the assumptions' own. */
  public Declared assuming(Map<Assumption, ThreePoint> declared) {
    return assuming(declared, "measured by hand");
  }

  /** The same as somebody says that they were found, who may say nothing. */
  public Declared assuming(Map<Assumption, ThreePoint> declared, String source) {
    Map<Assumption, String> sources = new EnumMap<>(Assumption.class);
    declared.keySet().stream()
        .filter(one -> !source.isEmpty())
        .forEach(one -> sources.put(one, source));
    assumptions = new Assumptions(declared, sources, assumptions.boundary());
    return this;
  }

  /** How the boundary would be crossed. */
  public Declared crossing(BoundaryPlan plan) {
    assumptions = new Assumptions(assumptions.declared(), assumptions.sources(), plan);
    return this;
  }

  /** What was declared. */
  public DeclaredFacts facts() {
    return new DeclaredFacts(
        "USD",
        fleet,
        Map.of(),
        team,
        personMonthCost,
        horizon,
        Map.of(),
        operations,
        List.of(),
        assumptions);
  }
}

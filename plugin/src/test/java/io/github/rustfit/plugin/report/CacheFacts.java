package io.github.rustfit.plugin.report;

import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Economics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/** What is declared about team and money in the fixture. */
final class CacheFacts {

  private CacheFacts() {}

  static DeclaredFacts facts() {
    return new DeclaredFacts(
        "EUR",
        new Fleet(
            OptionalDouble.of(1000),
            OptionalDouble.of(8),
            OptionalDouble.of(2),
            OptionalDouble.of(38.9),
            OptionalDouble.of(354.6),
            Optional.of(Binding.MEMORY),
            OptionalDouble.empty()),
        Map.of("cache-service/store", Fleet.NOT_DECLARED),
        new Team(OptionalInt.of(4), OptionalInt.empty(), Optional.empty(), OptionalDouble.of(0)),
        OptionalDouble.of(12_000),
        Optional.of(new Horizon(5, "")),
        Map.of(),
        new Operations(Optional.of(new TreeSet<>(List.of("java"))), "", Optional.empty()),
        List.of(new PlannedComponent("edge-gateway", "", "Terminates TLS.", "service", List.of())),
        new Assumptions(Map.of(Assumption.OVERRUN, new ThreePoint(1.5, 1.25, 1))));
  }

  /** The worked example of 1,000 instances as {@code cost_model.py} prints it. */
  static Economics economics() {
    Economics.Case central = one(155_600, 478_033, 36_000, 32.8, 119_967, 4.0);
    Economics.Case optimistic = one(186_720, 196_013, 12_000, 13.5, 677_587, 1.12);
    return new Economics(
        "EUR",
        5,
        Map.of(
            Scenario.PESSIMISTIC,
            one(62_240, 1_360_580, 72_000, 96.4, -1_409_380, -1),
            Scenario.CENTRAL,
            central,
            Scenario.OPTIMISTIC,
            optimistic),
        central,
        optimistic,
        List.of(
            new Economics.Input(
                "fleet.instances",
                "instances",
                ThreePoint.exactly(1000),
                "instances",
                Provenance.DECLARED,
                "declared in rustfit.yaml"),
            new Economics.Input(
                "economics.memoryReduction",
                "memory that goes",
                new ThreePoint(.2, .5, .6),
                "share",
                Provenance.ASSUMED,
                "Hertz and Berger (OOPSLA 2005)")));
  }

  private static Economics.Case one(
      double saving, double once, double recurring, double months, double left, double payback) {
    return new Economics.Case(
        saving,
        once,
        recurring,
        months,
        left,
        payback < 0 ? OptionalDouble.empty() : OptionalDouble.of(payback));
  }
}

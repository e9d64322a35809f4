package io.github.rustfit.engine.economics;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The defaults of assumptions as thresholds, which descriptions of rules show. */
public final class AssumedThresholds {

  private AssumedThresholds() {}

  /** One threshold for each scenario, one where all are the same. */
  public static List<Threshold> of(Collection<Assumption> assumptions) {
    return assumptions.stream().flatMap(AssumedThresholds::of).toList();
  }

  private static Stream<Threshold> of(Assumption assumption) {
    ThreePoint value = assumption.byDefault();
    if (value.equals(ThreePoint.exactly(value.central()))) {
      return Stream.of(
          new Threshold(
              assumption.title(), value.central(), assumption.unit(), assumption.source()));
    }
    return Stream.of(Scenario.values())
        .map(
            scenario ->
                new Threshold(
                    assumption.title() + ", " + scenario.id(),
                    value.in(scenario),
                    assumption.unit(),
                    assumption.source()));
  }
}

package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A constant that judges.
 *
 * @param name what it limits, e.g. {@code hot CPU share}
 * @param value the value
 * @param unit its unit, e.g. {@code share}, {@code ms}, {@code samples}
 * @param source where the value comes from
 */
public record Threshold(String name, double value, String unit, String source) {

  public Threshold {
    if (name.isBlank() || unit.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a threshold needs a name, a unit and a source: " + name);
    }
  }

  /** The defaults of assumptions: one threshold for each scenario, one where all are the same. */
  public static List<Threshold> defaults(Collection<Assumption> assumptions) {
    return assumptions.stream().flatMap(Threshold::defaults).toList();
  }

  private static Stream<Threshold> defaults(Assumption assumption) {
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

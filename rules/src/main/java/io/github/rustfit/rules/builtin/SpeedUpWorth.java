package io.github.rustfit.rules.builtin;

import static io.github.rustfit.rules.stats.Figures.factor;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.SpeedUp;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether even the ceiling could justify a migration. It can only answer no: that the win is large
 * enough says nothing yet about what it costs.
 */
public final class SpeedUpWorth implements Rule {

  private static final Threshold WORTH =
      new Threshold("speed-up worth a migration", 1.25, "×", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "speed-up-worth",
        "Speed-up worth a migration",
        "No if not even a component that cost nothing would make the process 1.25× faster.",
        Topic.ECONOMICS,
        Role.NECESSARY,
        Set.of(Need.CPU_PROFILE),
        Stream.concat(Stream.of(WORTH), SpeedUp.assumptions().stream()).toList());
  }

  @Override
  public Outcome judge(RuleContext context) {
    SpeedUp speedUp = SpeedUp.of(context).orElseThrow();
    if (speedUp.ceilingHigh() < WORTH.value()) {
      return Outcome.no(
          Fact.measured(
              "No replacement can make the process more than "
                  + factor(speedUp.ceilingHigh())
                  + " as fast; "
                  + factor(WORTH.value())
                  + " is the least that pays for a migration."));
    }
    String wouldDecide =
        "Weigh the saving against the migration: " + Topic.ECONOMICS.decidedBy() + ".";
    return speedUp
        .estimate()
        .map(
            estimate ->
                Outcome.unknown(
                    wouldDecide,
                    Fact.assumed(
                        "Expected speed-up of the process "
                            + factor(estimate.low())
                            + " – "
                            + factor(estimate.central())
                            + " – "
                            + factor(estimate.high())
                            + " (low – central – high), if the code itself becomes 1.0 – 1.5 –"
                            + " 3.2 times as fast.")))
        .orElseGet(() -> Outcome.unknown(wouldDecide));
  }
}

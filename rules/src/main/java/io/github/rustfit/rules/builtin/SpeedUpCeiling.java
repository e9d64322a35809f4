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
import java.util.List;
import java.util.Set;

/** Whether removing the component altogether would be felt. */
public final class SpeedUpCeiling implements Rule {

  private static final Threshold FLOOR =
      new Threshold("ceiling worth a thought", 1.10, "×", "project assumption (signals, gate G2)");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "speed-up-ceiling",
        "Speed-up ceiling",
        "Yes if a component that cost nothing would make the process at least 1.10× faster, no if"
            + " it could not.",
        Topic.CAUSE,
        Role.NECESSARY,
        Set.of(Need.CPU_PROFILE),
        List.of(FLOOR));
  }

  @Override
  public Outcome judge(RuleContext context) {
    SpeedUp speedUp = SpeedUp.of(context).orElseThrow();
    Fact fact =
        Fact.measured(
            "Even if it cost nothing at all, the process would be at most "
                + factor(speedUp.ceilingHigh())
                + " as fast (at least "
                + factor(speedUp.ceilingLow())
                + ").");
    if (speedUp.ceilingLow() >= FLOOR.value()) {
      return Outcome.yes(fact);
    }
    return speedUp.ceilingHigh() < FLOOR.value()
        ? Outcome.no(fact)
        : Outcome.unknown(
            context.has(Need.ALLOCATION_PROFILE)
                ? "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad, so that the"
                    + " collector's CPU is known, or record longer."
                : Need.ALLOCATION_PROFILE.toProvide(),
            fact);
  }
}

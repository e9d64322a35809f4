package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Set;

/** Whether the component owns a large part of the CPU time. */
public final class CpuShare implements Rule {

  private static final Threshold HOT =
      new Threshold(
          "hot CPU share", 0.20, "share", "Amdahl: 20 % is a ceiling of 1.25× end to end");
  private static final Threshold COLD =
      new Threshold("cold CPU share", 0.05, "share", "Amdahl: 5 % is a ceiling of 1.05×");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "cpu-share",
        "CPU share",
        "Yes if the component owns at least 20 % of the CPU samples, no if it owns less than 5 %.",
        Topic.HOT_PATH,
        Role.SUFFICIENT,
        Set.of(Need.CPU_PROFILE),
        List.of(HOT, COLD));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Share share = context.cpuShare();
    Fact fact = Fact.measured("Owns " + percent(share) + " of the CPU samples.");
    if (share.certainlyAtLeast(HOT.value())) {
      return Outcome.yes(fact);
    }
    return share.certainlyBelow(COLD.value())
        ? Outcome.no(fact)
        : Outcome.unknown(
            "Between 5 % and 20 % of the CPU neither speaks for nor against it; a longer recording"
                + " narrows the interval.",
            fact);
  }
}

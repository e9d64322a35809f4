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
        "Yes if the component certainly owns at least 20 % of the CPU samples, no if certainly less;"
            + " below 5 % it is cold.",
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
    if (share.certainlyBelow(COLD.value())) {
      return Outcome.no(fact);
    }
    return share.certainlyBelow(HOT.value())
        ? Outcome.no(
            Fact.measured(
                "Owns "
                    + percent(share)
                    + " of the CPU samples: neither cold nor the "
                    + percent(HOT.value())
                    + " that would speak for it."))
        : Outcome.unknown(
            share.samples() == 0
                ? Need.CPU_PROFILE.toProvide()
                : "Record longer: the interval of its part of the CPU holds "
                    + percent(HOT.value())
                    + ".",
            fact);
  }
}

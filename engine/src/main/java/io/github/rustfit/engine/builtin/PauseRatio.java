package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Set;

/** Whether so much time goes into pauses that the heap is the first thing to size. */
public final class PauseRatio implements Rule {

  private static final Threshold RATIO =
      new Threshold("time in pauses", 0.10, "share", "JDK Mission Control, GcPauseRatioRule");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "pause-ratio",
        "Time in pauses",
        "No if at least 10 % of the time is spent in stop-the-world pauses.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(Need.GC_PAUSES),
        List.of(RATIO));
  }

  @Override
  public Outcome judge(RuleContext context) {
    double ratio = context.gc().pauseRatio();
    Fact fact = Fact.measured(percent(ratio) + " of the time is spent in pauses.");
    if (ratio < RATIO.value()) {
      return Outcome.yes(fact);
    }
    return Outcome.no(fact)
        .with(
            List.of(
                new Finding(
                        "pause-ratio",
                        "pause-ratio",
                        Level.WARNING,
                        "",
                        0,
                        fact.text(),
                        "Give the heap more room (-Xmx, or -XX:MaxRAMPercentage in a container) and set"
                            + " -Xms to the same size; fewer, not shorter, pauses follow from"
                            + " allocating less.",
                        true,
                        false,
                        Finding.Measured.NOTHING)
                    .ofProcess()));
  }
}

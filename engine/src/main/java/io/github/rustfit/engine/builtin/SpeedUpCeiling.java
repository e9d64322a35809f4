package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.factor;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Set;

/** Whether removing the component altogether would be felt. */
public final class SpeedUpCeiling implements Rule {

  private static final Threshold FLOOR =
      new Threshold("ceiling worth a thought", 1.10, "×", "project assumption");

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
    Promises promises = Promises.of(context);
    if (promises.on(Promise.MEMORY).isEmpty()) {
      return alone(context);
    }
    return MemoryCeiling.of(
        promises, false, MemoryCeiling.alone(context, promises), alone(context));
  }

  /** Of the time alone. */
  static Outcome alone(RuleContext context) {
    if (!context.has(Need.CPU_PROFILE)) {
      return Outcome.unknown(Need.CPU_PROFILE.toProvide());
    }
    SpeedUp speedUp = SpeedUp.of(context).orElseThrow();
    Fact ceiling =
        Fact.measured(
            "Even if it cost nothing at all, the process would be at most "
                + factor(speedUp.ceilingHigh())
                + " as fast ("
                + factor(speedUp.ceilingLow())
                + " at the other end of the confidence intervals).");
    Fact[] facts = {ceiling, collector(context)};
    if (speedUp.ceilingLow() >= FLOOR.value()) {
      return Outcome.yes(facts);
    }
    return speedUp.ceilingHigh() < FLOOR.value()
        ? Outcome.no(facts)
        : Outcome.unknown(
            context.has(Need.ALLOCATION_PROFILE)
                ? "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad, so that the"
                    + " collector's CPU is known, or record longer."
                : Need.ALLOCATION_PROFILE.toProvide(),
            facts);
  }

  private static Fact collector(RuleContext context) {
    return SpeedUp.collectorCpu(context)
        .map(
            share ->
                Fact.measured(
                    share > SpeedUp.printedCollectorCpu(context).orElse(share)
                        ? "The collector takes "
                            + percent(SpeedUp.printedCollectorCpu(context).orElse(share))
                            + " of the process CPU in what the JVM reports, and at most "
                            + percent(share)
                            + " with its concurrent work: no Java thread used that."
                        : "The collector takes "
                            + percent(share)
                            + " of the process CPU, as far as the JVM reports its work."))
        .orElseGet(
            () ->
                Fact.assumed(
                    "The collector's CPU is not recorded, so the bounds allow for any share of"
                        + " it."));
  }
}

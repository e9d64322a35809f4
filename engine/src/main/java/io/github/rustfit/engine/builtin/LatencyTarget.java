package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.number;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whether the latency target is missed at all.
 *
 * <p>Pauses longer than the whole target prove a miss by themselves, and are asked before the
 * declared latency. That proof uses no figure that may be left undeclared, so declaring the
 * observed latency, the median or the service time never flips a decided verdict (design, invariant
 * 8).
 */
public final class LatencyTarget implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "latency-target",
        "Latency target missed",
        "Yes if pauses longer than the target hit too many requests or the observed latency is"
            + " above it; no if the observed latency meets it.",
        Topic.HOT_PATH,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    if (promises.othersOnly(Promise.LATENCY)) {
      return Outcome.NOT_CONCERNED;
    }
    if (context.policy().serviceLevel().isEmpty()) {
      return Outcome.unknown(Need.SERVICE_LEVEL.toProvide());
    }
    Outcome own = judge(context, context.policy().serviceLevel().get());
    return promises.decides(Promise.LATENCY)
        ? own
        : Outcome.notConcerned(own.facts().toArray(Fact[]::new));
  }

  private static Outcome judge(RuleContext context, ServiceLevel level) {
    String percentile = "p" + number(level.percentile());
    OptionalDouble alone = GcVisibility.hitByPausesAlone(context);
    if (alone.isPresent() && alone.getAsDouble() >= level.allowedMisses()) {
      return Outcome.yes(pausesMiss(level, percentile, alone.getAsDouble()));
    }
    if (level.observedMs().isPresent()) {
      double observed = level.observedMs().getAsDouble();
      boolean missed = observed > level.targetMs();
      Fact fact =
          Fact.declared(
              "Observed "
                  + percentile
                  + " is "
                  + millis(observed)
                  + ", the target is "
                  + millis(level.targetMs())
                  + (missed ? ": missed." : ": met."));
      return missed ? Outcome.yes(fact) : Outcome.no(fact);
    }
    return Outcome.unknown(
        "Declare serviceLevel.observedMs in rustfit.yaml: the "
            + percentile
            + " latency that production or the load test shows.");
  }

  /** The measured fact; it says so when the declared latency contradicts it. */
  private static Fact pausesMiss(ServiceLevel level, String percentile, double hit) {
    double observed = level.observedMs().orElse(Double.POSITIVE_INFINITY);
    return Fact.measured(
        "Pauses alone miss the target of "
            + millis(level.targetMs())
            + " at "
            + percentile
            + ": "
            + percent(hit)
            + " of the requests meet one that is longer."
            + (observed > level.targetMs()
                ? ""
                : " The declared "
                    + percentile
                    + " of "
                    + millis(observed)
                    + " contradicts the recording; check where it was taken."));
  }
}

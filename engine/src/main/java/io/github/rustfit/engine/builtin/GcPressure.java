package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the component allocates much while pauses are visible at the declared percentile. */
public final class GcPressure implements Rule {

  private static final Threshold HIGH =
      new Threshold("high allocation share", 0.30, "share", "project assumption");
  private static final Threshold LOW =
      new Threshold("low allocation share", 0.05, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "gc-pressure",
        "Allocation and visible pauses",
        "Yes if the component allocates at least 30 % of the bytes and pauses are visible at the"
            + " declared percentile; no if it certainly allocates less or pauses cannot be visible.",
        Topic.HOT_PATH,
        Role.SUFFICIENT,
        Set.of(Need.ALLOCATION_PROFILE),
        List.of(HIGH, LOW));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Promises.of(context).othersOnly(Promise.LATENCY)) {
      return Outcome.NOT_CONCERNED;
    }
    Share share = context.allocationShare();
    List<Fact> facts = new ArrayList<>();
    boolean neither = share.certainlyBelow(HIGH.value()) && !share.certainlyBelow(LOW.value());
    facts.add(
        Fact.measured(
            "Allocates "
                + percent(share)
                + " of the bytes"
                + (neither
                    ? ": neither little nor the "
                        + percent(HIGH.value())
                        + " that would speak for it."
                    : ".")));
    Answer allocates =
        share.certainlyAtLeast(HIGH.value())
            ? Answer.YES
            : share.certainlyBelow(HIGH.value()) ? Answer.NO : Answer.UNKNOWN;
    Optional<GcVisibility> visibility = GcVisibility.of(context);
    visibility.ifPresent(
        v ->
            facts.add(
                Fact.measured(
                    percent(v.hitLow())
                        + (v.hitHigh() > v.hitLow() ? " to " + percent(v.hitHigh()) : "")
                        + " of the requests meet a pause long enough to matter; "
                        + percent(v.allowed())
                        + " may."))); // both conditions of visibility are in this one figure
    Answer answer = allocates.and(visibility.map(GcVisibility::visible).orElse(Answer.UNKNOWN));
    List<String> missing = new ArrayList<>();
    if (answer == Answer.UNKNOWN) {
      if (allocates == Answer.UNKNOWN) {
        missing.add(
            "Record longer: the interval of its part of the allocation holds "
                + percent(HIGH.value())
                + ".");
      }
      if (visibility.isEmpty()) {
        missing.add(
            context.has(Need.GC_PAUSES)
                ? Need.SERVICE_LEVEL.toProvide()
                : Need.GC_PAUSES.toProvide());
      } else if (visibility.get().visible() == Answer.UNKNOWN) {
        missing.add(
            "Declare serviceLevel.observedP50Ms and serviceLevel.serviceTimeMs in rustfit.yaml.");
      }
    }
    return Outcome.of(answer, facts, List.of(), missing);
  }
}

package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.promise.Kept;
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
import java.util.List;
import java.util.Set;

/** Whether much of what is allocated is the component's, where memory is the pain. */
public final class MemoryShare implements Rule {

  private static final Threshold MUCH =
      new Threshold("allocation share where memory hurts", 0.30, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "memory-share",
        "Allocation where memory hurts",
        "Yes if a target of resident memory is missed and the component certainly allocates at least"
            + " 30 % of the bytes; no if certainly less.",
        Topic.HOT_PATH,
        Role.SUFFICIENT,
        Set.of(),
        List.of(MUCH));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    if (!promises.hurts(Promise.MEMORY)) {
      return Outcome.NOT_CONCERNED;
    }
    Share share = context.allocationShare();
    if (!share.known()) {
      return Outcome.unknown(Need.ALLOCATION_PROFILE.toProvide());
    }
    Fact fact =
        Fact.measured(
            "Allocates " + percent(share) + " of the bytes, which stands in for its memory.");
    if (share.certainlyAtLeast(MUCH.value())) {
      Kept kept = promises.on(Promise.MEMORY).orElseThrow();
      return kept.missed() == Answer.UNKNOWN
          ? Outcome.unknown(kept.toDecide(), fact)
          : Outcome.yes(fact);
    }
    return share.certainlyBelow(MUCH.value())
        ? Outcome.no(fact)
        : Outcome.unknown(
            "Record longer: the interval of its part of the allocation holds "
                + percent(MUCH.value())
                + ".",
            fact);
  }
}

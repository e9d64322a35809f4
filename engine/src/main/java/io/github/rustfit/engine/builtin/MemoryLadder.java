package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.promise.Ladder;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether Java's own means against a missed target of resident memory were tried. */
public final class MemoryLadder implements Rule {

  private static final String ID = "memory-ladder";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Memory by Java's own means",
        "No if a target of resident memory is missed and one of Java's own means was not tried; yes if all"
            + " were.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<Outcome> settled = Tuning.settled(context, Aim.MEMORY);
    if (settled.isPresent()) {
      return settled.get();
    }
    return Rungs.judge(ID, Promise.MEMORY, Promises.of(context), Ladder.ofMemory(context), context);
  }
}

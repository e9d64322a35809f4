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

/** Whether Java's own means against a missed target of start-up were tried. */
public final class StartUpLadder implements Rule {

  private static final String ID = "start-up-ladder";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Start-up by Java's own means",
        "No if a target of start-up is missed and one of Java's own means was not tried; yes if all"
            + " were.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<Outcome> settled = Tuning.settled(context, Aim.START_UP);
    if (settled.isPresent()) {
      return settled.get();
    }
    return Rungs.judge(
        ID, Promise.START_UP, Promises.of(context), Ladder.ofStartUp(context), context);
  }
}

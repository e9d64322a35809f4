package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Set;

/** Whether meeting a missed target of start-up or memory is what a migration is worth. */
public final class ProcessWorth implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "process-worth",
        "Start-up or memory worth a migration",
        "Yes if a missed target of start-up or memory would be met, no if it would not; what it"
            + " costs is for another rule.",
        Topic.ECONOMICS,
        Role.SUFFICIENT,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    boolean hurts =
        ProcessTarget.own(promises).stream()
            .filter(kept -> kept.missed() != Answer.NO)
            .map(Kept::promise)
            .anyMatch(promises::hurts);
    return hurts ? new ProcessReach().judge(context) : Outcome.NOT_CONCERNED;
  }
}

package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Set;

/** Whether a target of start-up or of memory is missed. */
public final class ProcessTarget implements Rule {

  /** The promises that this and its sisters are about. */
  static final List<Promise> OF_PROCESS = List.of(Promise.START_UP, Promise.MEMORY);

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "process-target",
        "Start-up or memory target missed",
        "Yes if a declared target of start-up or resident memory is missed; no if all declared"
            + " targets, latency among them, are met.",
        Topic.HOT_PATH,
        Role.NECESSARY,
        Set.of(),
        List.of(Kept.RECORDER));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Promises promises = Promises.of(context);
    List<Kept> own = own(promises);
    Fact[] facts = own.stream().flatMap(one -> one.fact().stream()).toArray(Fact[]::new);
    List<Kept> deciding = own.stream().filter(one -> promises.decides(one.promise())).toList();
    if (deciding.isEmpty()) {
      return facts.length > 0 ? Outcome.notConcerned(facts) : Outcome.NOT_CONCERNED;
    }
    return switch (promises.broken()) {
      case YES -> Outcome.yes(facts);
      case NO -> Outcome.no(facts);
      case UNKNOWN ->
          Outcome.of(
              Answer.UNKNOWN,
              List.of(facts),
              List.of(),
              deciding.stream().map(Kept::toDecide).toList());
    };
  }

  /** What is promised of start-up and memory. */
  static List<Kept> own(Promises promises) {
    return OF_PROCESS.stream().flatMap(promise -> promises.on(promise).stream()).toList();
  }
}

package io.github.rustfit.engine.promise;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/**
 * All that is promised of a process. One promise that is broken hurts, so a rule on one of them
 * steps aside where another is broken, or may be, while its own is kept.
 *
 * @param all one for each declared target
 */
public record Promises(List<Kept> all) {

  public Promises {
    all = List.copyOf(all);
  }

  /** Those of the context's program. */
  public static Promises of(RuleContext context) {
    return new Promises(Kept.of(context.policy(), context.profile(), context.gc()));
  }

  /** That one, if it was made. */
  public Optional<Kept> on(Promise promise) {
    return all.stream().filter(one -> one.promise() == promise).findFirst();
  }

  /** Whether any is broken; unknown when none was made. */
  public Answer broken() {
    return all.stream().map(Kept::missed).reduce(Answer::or).orElse(Answer.UNKNOWN);
  }

  /**
   * Whether it is for a rule on this promise to say whether there is pain: yes if it is broken; if
   * it may be, unless another one is; if it is kept, only when all are.
   */
  public boolean decides(Promise promise) {
    return on(promise).filter(one -> one.missed() == broken()).isPresent();
  }

  /**
   * Whether a cure has to reach this promise: it was made and is not known to be kept, unless all
   * are kept.
   */
  public boolean hurts(Promise promise) {
    return on(promise)
        .filter(one -> one.missed() != Answer.NO || broken() == Answer.NO)
        .isPresent();
  }

  /** Whether it is known to be broken. */
  public boolean broke(Promise promise) {
    return on(promise).filter(one -> one.missed() == Answer.YES).isPresent();
  }

  /** Whether others were made, and not this one: then it is no reason. */
  public boolean othersOnly(Promise promise) {
    return !all.isEmpty() && on(promise).isEmpty();
  }
}

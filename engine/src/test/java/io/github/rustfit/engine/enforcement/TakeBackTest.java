package io.github.rustfit.engine.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.testing.ATrial;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A port that is slower than what was agreed, and what may excuse it. */
class TakeBackTest {

  private static Held slower() {
    return new Held()
        .tried(
            ATrial.of(
                    "app/hot", "com.acme.hot.Hot#run", Trial.Port.FINISHED, new Gain(0.7, 0.8, 0.9))
                .with(new TakeBack(1, 0, 0)));
  }

  @Test
  void people_may_decide_to_keep_it() {
    Assessment kept =
        slower()
            .decided("takeBack:app/hot", Decision.Kind.REWRITE, "2026-01-01", "2026-12-31")
            .judged(Optional.empty(), Optional.empty());

    assertThat(kept.limitCheck().errors()).isEmpty();
    assertThat(kept.limitCheck().excuses())
        .singleElement()
        .satisfies(one -> assertThat(one.by()).isEqualTo(Excuse.By.DECISION));
  }

  /** What the JDK or the load made of it is no change's fault, and no change excuses it. */
  @Test
  void a_change_that_touches_something_else_does_not_excuse_it() {
    Assessment untouched =
        slower().judged(Optional.empty(), Optional.of(new Change("main", new TreeSet<>())));

    assertThat(untouched.limitCheck().errors())
        .extracting(Violation::id)
        .containsExactly("takeBack:app/hot");
  }
}

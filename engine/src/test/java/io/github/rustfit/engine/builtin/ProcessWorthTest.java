package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Outcome;
import org.junit.jupiter.api.Test;

class ProcessWorthTest {

  private static Outcome judge(Targets targets) {
    return new ProcessWorth().judge(Small.situation(targets).context());
  }

  @Test
  void a_missed_target_that_a_prototype_meets_is_worth_it() {
    assertThat(judge(Targets.NONE.resident(Target.of(128).tried(60, "a port"))).answer())
        .isEqualTo(Answer.YES);
    assertThat(judge(Targets.NONE.resident(Target.of(128).tried(130, "a port"))).answer())
        .isEqualTo(Answer.NO);
    assertThat(judge(Small.memory(128)).onGain()).isTrue();
  }

  @Test
  void a_target_that_is_met_or_not_there_is_none() {
    assertThat(judge(Small.memory(300)).concerned()).isFalse();
    assertThat(judge(Targets.NONE).concerned()).isFalse();
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavingTargetTest {

  private static Outcome judge(DeclaredFacts facts) {
    return new SavingTarget()
        .judge(
            new Situation()
                .cpuSamples(9000, 1000)
                .allocationSamples(100_000, 0)
                .facts(facts)
                .context(15_000));
  }

  /** The oracle: 1,000 instances save 62,240 in the pessimistic case, 186,720 in the optimistic. */
  @ParameterizedTest
  @CsvSource({"62200, YES", "62300, UNKNOWN", "186720, UNKNOWN", "187000, NO"})
  void the_saving_is_held_against_what_is_asked_for(double target, Answer answer) {
    assertThat(judge(Declared.workedExample(1000).targetSaving(target).facts()).answer())
        .isEqualTo(answer);
  }

  @Test
  void without_a_target_it_asks_for_one() {
    Outcome outcome = judge(Declared.workedExample(1000).facts());

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide())
        .singleElement()
        .asString()
        .contains("fleet.targetSavingPerYear");
  }

  @Test
  void a_target_without_a_fleet_is_unknown() {
    assertThat(judge(new Declared().targetSaving(1).facts()).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPaysTest {

  private static Outcome judge(DeclaredFacts facts) {
    return new MigrationPays()
        .judge(
            new Situation()
                .cpuSamples(9000, 1000)
                .allocationSamples(100_000, 0)
                .facts(facts)
                .context(15_000));
  }

  /**
   * The oracle's worked examples: of 200 instances not even the optimistic case leaves anything
   * (−42,083). With the memory that goes at its near end, 20 %, and all else central, {@code
   * cost_model.economics} leaves −397,853 of 1,000 instances, −47,560 of 3,000 and 22,499 of 3,400.
   */
  @ParameterizedTest
  @CsvSource({"10, NO", "200, NO", "800, UNKNOWN", "3000, UNKNOWN", "3400, YES", "10000, YES"})
  void the_fleet_decides_whether_it_pays(double instances, Answer answer) {
    assertThat(judge(Declared.workedExample(instances).facts()).answer()).isEqualTo(answer);
  }

  @Test
  void it_shows_the_three_cases_with_the_currency_and_that_they_are_assumed() {
    Outcome outcome = judge(Declared.workedExample(1000).facts());

    assertThat(outcome.facts().get(0).provenance()).isEqualTo(Provenance.ASSUMED);
    assertThat(outcome.facts().get(0).text())
        .contains(
            "In USD, pessimistic, central and optimistic: saves 62,240 / 155,600 / 186,720 a year")
        .contains("costs 1,360,580 / 478,033 / 196,013 once")
        .contains("after 5 years -1,409,380 / 119,967 / 677,587 are left")
        .contains("never / after 3.997 years / after 1.122 years");
    assertThat(outcome.facts().get(1).provenance()).isEqualTo(Provenance.DECLARED);
    assertThat(outcome.facts().get(1).text()).contains("1000 instances", "memory binds");
  }

  /**
   * With 60 % of the memory and all else central, {@code cost_model.economics} loses 53,656 of 600
   * instances and leaves 32,901 of 700: of 600 it takes less work than is usual, too.
   */
  @Test
  void what_turns_on_the_gain_asks_to_measure_it_and_what_turns_on_the_work_for_that() {
    Outcome onGain = judge(Declared.workedExample(1000).facts());
    Outcome onWork = judge(Declared.workedExample(600).facts());

    assertThat(onGain.onGain()).isTrue();
    assertThat(onGain.wouldDecide())
        .singleElement()
        .asString()
        .contains("economics.memoryReduction", "closer");
    assertThat(onWork.onGain()).isFalse();
    assertThat(onWork.wouldDecide())
        .singleElement()
        .asString()
        .contains("economics.personMonthsPerKloc");
  }

  @Test
  void nothing_declared_is_unknown_with_the_keys_to_declare() {
    Outcome outcome = judge(DeclaredFacts.NONE);

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).anySatisfy(key -> assertThat(key).contains("fleet.binding"));
  }
}

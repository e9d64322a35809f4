package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamCapacityTest {

  private static Outcome judge(
      int size, int experienced, @Nullable Seniority seniority, double rampUp) {
    return new TeamCapacity()
        .judge(
            new Situation()
                .facts(new Declared().team(size, experienced, seniority, rampUp).facts())
                .context());
  }

  /** -1 and an empty seniority are not declared. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, SENIOR, 12, NO",
    "2, -1, , -1, NO",
    "3, 2, , -1, YES",
    "3, 0, , 0, NO",
    "3, 0, SENIOR, 0, NO",
    "-1, 0, , 0, NO",
    "-1, 2, SENIOR, 6, UNKNOWN",
    "8, -1, , -1, UNKNOWN",
    "8, 1, , 0, UNKNOWN",
    "8, 0, MIXED, 4, YES",
    "8, 0, MIXED, 3.9, UNKNOWN",
    "8, 0, JUNIOR, 6, UNKNOWN",
    "8, 0, , 6, UNKNOWN",
    "8, 2, JUNIOR, 0, YES"
  })
  void people_and_either_experience_or_time(
      int size, int experienced, @Nullable Seniority seniority, double rampUp, Answer answer) {
    assertThat(judge(size, experienced, seniority, rampUp).answer()).isEqualTo(answer);
  }

  @Test
  void it_asks_for_what_is_not_declared_by_its_keys() {
    assertThat(judge(5, -1, null, -1).wouldDecide())
        .containsExactly(
            "Declare team.systemsExperienced, team.rampUpMonths, team.seniority in rustfit.yaml.");
    assertThat(judge(8, 0, Seniority.MIXED, 2).wouldDecide())
        .singleElement()
        .asString()
        .contains("lies between");
  }

  @Test
  void everything_it_says_is_declared() {
    assertThat(judge(5, 1, Seniority.SENIOR, 6).facts())
        .hasSize(4)
        .extracting(Fact::provenance)
        .containsOnly(Provenance.DECLARED);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredHorizonTest {

  private static Outcome judge(DeclaredFacts facts) {
    return new DeclaredHorizon().judge(new Situation().facts(facts).context());
  }

  @ParameterizedTest
  @CsvSource({"0.5, NO", "1.99, NO", "2, YES", "10, YES"})
  void two_years_are_the_least(double years, Answer answer) {
    assertThat(judge(new Declared().horizon(years).facts()).answer()).isEqualTo(answer);
  }

  @Test
  void nothing_declared_is_unknown_with_the_key() {
    assertThat(judge(DeclaredFacts.NONE).wouldDecide())
        .singleElement()
        .asString()
        .contains("horizon.years");
  }

  @Test
  void a_component_of_its_own_sunset_is_judged_by_it() {
    DeclaredFacts whole = new Declared().horizon(10).facts();
    DeclaredFacts own =
        new DeclaredFacts(
            whole.currency(),
            whole.fleet(),
            Map.of(),
            whole.team(),
            whole.personMonthCost(),
            whole.horizon(),
            Map.of("app/hot", new Horizon(1, "2027-12-31")),
            whole.operations(),
            whole.planned(),
            whole.assumptions());
    Outcome outcome = judge(own);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .singleElement()
        .satisfies(fact -> assertThat(fact.text()).contains("1 more year, until 2027-12-31."));
    assertThat(own.horizon("app/rest")).isEqualTo(Optional.of(new Horizon(10, "")));
  }
}

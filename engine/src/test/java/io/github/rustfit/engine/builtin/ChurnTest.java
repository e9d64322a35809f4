package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.AnyHistory;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnTest {

  private static History history(double years, long added, long lines) {
    return AnyHistory.of(
        AnyHistory.folder(years, added, lines, Map.of("aa", 1L), List.of()), Map.of());
  }

  private static Outcome judge(History history) {
    return new Churn()
        .judge(
            new Situation()
                .repository(RepositoryEvidence.of(new TreeMap<>(Map.of(history.head(), history))))
                .context());
  }

  @ParameterizedTest
  @CsvSource({"3, 51, 100, NO", "3, 50, 100, YES", "3, 0, 100, YES", "1, 300, 100, NO"})
  void more_than_half_of_the_lines_in_a_year_is_a_moving_target(
      double years, long added, long lines, Answer answer) {
    assertThat(judge(history(years, added, lines)).answer()).isEqualTo(answer);
  }

  @Test
  void what_is_younger_than_a_year_is_not_judged() {
    Outcome outcome = judge(history(0.9, 100, 100));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(1).text()).contains("younger than a year");
  }

  @Test
  void without_history_or_lines_it_does_not_count() {
    assertThat(new Churn().judge(new Situation().context())).isEqualTo(Outcome.NOT_CONCERNED);
    assertThat(judge(history(3, 10, 0))).isEqualTo(Outcome.NOT_CONCERNED);
  }

  @Test
  void a_shallow_clone_leaves_it_open_unless_it_reaches_back_a_year() {
    Outcome open = judge(AnyHistory.shallow(history(0.4, 90, 100), 0.5));

    assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(open.wouldDecide()).singleElement().asString().contains("--unshallow");
    assertThat(judge(AnyHistory.shallow(history(1.1, 90, 100), 1.2)).answer()).isEqualTo(Answer.NO);
    assertThat(judge(AnyHistory.shallow(history(0.9, 90, 100), 1.2)).answer())
        .as("nobody knows how old it is")
        .isEqualTo(Answer.UNKNOWN);
  }
}

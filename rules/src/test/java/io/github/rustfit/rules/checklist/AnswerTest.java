package io.github.rustfit.rules.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Truth tables of Kleene's strong three-valued logic, "Introduction to Metamathematics", § 64. */
class AnswerTest {

  @ParameterizedTest
  @CsvSource({
    "YES, YES, YES, YES", "YES, NO, NO, YES", "YES, UNKNOWN, UNKNOWN, YES",
    "NO, YES, NO, YES", "NO, NO, NO, NO", "NO, UNKNOWN, NO, UNKNOWN",
    "UNKNOWN, YES, UNKNOWN, YES", "UNKNOWN, NO, NO, UNKNOWN", "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
  })
  void conjunction_and_disjunction_follow_the_table(Answer a, Answer b, Answer and, Answer or) {
    assertThat(a.and(b)).isEqualTo(and);
    assertThat(a.or(b)).isEqualTo(or);
  }

  @Test
  void the_seven_questions_come_in_order() {
    assertThat(Topic.questions()).extracting(Topic::question).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void names_are_those_of_the_report() {
    assertThat(Answer.UNKNOWN.id()).isEqualTo("unknown");
    assertThat(Provenance.MEASURED.id()).isEqualTo("measured");
  }
}

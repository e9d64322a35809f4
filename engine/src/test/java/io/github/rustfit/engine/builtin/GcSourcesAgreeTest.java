package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class GcSourcesAgreeTest {

  private static Outcome judge(GcAgreement... agreements) {
    return new GcSourcesAgree().judge(new Situation().agreements(agreements).context());
  }

  @Test
  void yes_if_both_tell_the_same_pauses() {
    Outcome outcome = judge(new GcAgreement(20, 20, 20, 40_000_000, 41_000_000));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Where GC log and recording cover the same time, the log tells 20 pauses (41.0 ms), the"
                + " recording 20 (40.0 ms), and 20 are the same.");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void warns_if_they_contradict() {
    Outcome outcome =
        judge(
            new GcAgreement(20, 20, 20, 40_000_000, 41_000_000),
            new GcAgreement(20, 30, 20, 40_000_000, 60_000_000));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings()).extracting(Finding::level).containsExactly(Level.WARNING);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .first()
        .asString()
        .contains("the log tells 30 pauses");
  }

  @Test
  void unknown_with_nothing_to_compare() {
    assertThat(judge().answer()).isEqualTo(Answer.UNKNOWN);
  }
}

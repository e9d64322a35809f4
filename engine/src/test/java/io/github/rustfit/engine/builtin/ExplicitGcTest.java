package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.causes;
import static io.github.rustfit.rules.testing.Given.gc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplicitGcTest {

  private static Outcome judge(int explicit, int other) {
    GcSummary log = gc("G1", 600, explicit + other, MILLI);
    Map<String, PauseTotal> causes =
        Map.of(
            "System.gc()",
            new PauseTotal(explicit, explicit * MILLI, explicit > 0 ? MILLI : 0),
            "G1 Evacuation Pause",
            new PauseTotal(other, other * MILLI, other > 0 ? MILLI : 0));
    return new ExplicitGc().judge(new Situation().gc(causes(log, causes)).context());
  }

  @Test
  void no_with_a_warning_if_half_of_the_pauses_are_explicit() {
    Outcome outcome = judge(10, 10);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly("10 of 20 pauses are caused by System.gc() (10.0 ms).");
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.WARNING);
              assertThat(finding.confirmed()).isTrue();
              assertThat(finding.remedy()).contains("-XX:+DisableExplicitGC");
            });
  }

  @Test
  void yes_with_a_note_if_fewer_are() {
    assertThat(judge(9, 11).answer()).isEqualTo(Answer.YES);
    assertThat(judge(9, 11).findings()).extracting(Finding::level).containsExactly(Level.NOTE);
  }

  @Test
  void yes_without_a_finding_if_none_is() {
    assertThat(judge(0, 20).answer()).isEqualTo(Answer.YES);
    assertThat(judge(0, 20).findings()).isEmpty();
  }

  @Test
  void unknown_without_pauses_since_they_are_needed() {
    assertThat(new ExplicitGc().descriptor().needs()).containsExactly(Need.GC_PAUSES);
  }

  @Test
  void unknown_when_the_log_does_not_tell_causes() {
    RuleContext silent =
        new Situation().gc(gc("G1", 600, 20, MILLI).with(GcDetails.UNKNOWN)).context();
    assertThat(new ExplicitGc().judge(silent).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class AllocationStallsTest {

  private static Outcome judge(GcSummary gc) {
    return new AllocationStalls().judge(new Situation().gc(gc).context());
  }

  @Test
  void no_from_ten_times_on() {
    Outcome outcome = judge(GcOf.incident("ZGC", GcIncident.ALLOCATION_STALL, 10));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text()).isEqualTo("The collector did not keep up 10 times.");
    assertThat(outcome.findings()).extracting(Finding::remedy).first().asString().contains("-Xmx");
  }

  @Test
  void a_note_below_and_yes_without() {
    Outcome nine = judge(GcOf.incident("Shenandoah", GcIncident.DEGENERATED_CYCLE, 9));
    assertThat(nine.answer()).isEqualTo(Answer.YES);
    assertThat(nine.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    assertThat(judge(GcOf.incident("ZGC", GcIncident.ALLOCATION_STALL, 0)).findings()).isEmpty();
  }

  @Test
  void unknown_when_the_log_would_not_have_told() {
    assertThat(judge(GcOf.log("ZGC")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void does_not_apply_to_collectors_that_stop_the_world() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.YES);
  }
}

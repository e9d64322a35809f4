package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Given;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SafepointHaltsTest {

  private static Outcome judge(GcSummary gc) {
    return new SafepointHalts().judge(new Situation().gc(gc).context());
  }

  /** Ten minutes, of which 1 s are collections and so many seconds one halt for thread dumps. */
  private static GcSummary halted(long seconds, long reachingMs) {
    PauseHistogram stopped =
        GcOf.log("G1").pauses().merge(PauseHistogram.of(seconds * Given.SECOND));
    PauseHistogram.Builder reaching = new PauseHistogram.Builder();
    for (int i = 0; i < 100; i++) {
      reaching.add(1000);
    }
    reaching.add(reachingMs * Given.MILLI);
    SafepointTotals safepoints =
        new SafepointTotals(
            600 * Given.SECOND,
            stopped,
            reaching.build(),
            new TreeMap<>(
                Map.of(
                    "G1CollectForAllocation",
                    new PauseTotal(100, 90 * Given.SECOND, Given.SECOND),
                    "PrintThreads",
                    PauseTotal.of(seconds * Given.SECOND))));
    return GcOf.log("G1").with(GcDetails.builder().safepoints(safepoints).build());
  }

  @Test
  void no_from_a_tenth_of_the_time_on_naming_the_operation() {
    Outcome outcome = judge(halted(60, 1));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Threads stand still for 10.0 % of the time for other reasons than collections;"
                + " reaching a safepoint takes up to 1.0 ms.");
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .startsWith("Most of it is PrintThreads: ");
  }

  @Test
  void yes_below() {
    assertThat(judge(halted(59, 99)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(halted(59, 99)).findings()).isEmpty();
  }

  @Test
  void a_note_if_threads_reach_safepoints_late() {
    Outcome outcome = judge(halted(1, 100));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("-XX:+SafepointTimeout");
  }

  @Test
  void unknown_when_the_log_carries_no_safepoints() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void pauses_are_taken_off_for_the_time_that_safepoints_are_known_for() {
    // Pauses over 600 s, safepoints over 300 s of them: 61 s less half of 1 s are 20.2 % of 300 s.
    GcSummary log = halted(60, 1);
    SafepointTotals all = log.details().safepoints();
    SafepointTotals half =
        new SafepointTotals(300 * Given.SECOND, all.stopped(), all.reaching(), all.operations());

    Outcome outcome = judge(log.with(GcDetails.builder().safepoints(half).build()));

    assertThat(outcome.facts().get(0).text()).contains("for 20.2 % of the time");
  }
}

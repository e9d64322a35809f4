package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GcLockerTest {

  private static final String CAUSE = "GCLocker Initiated GC";

  private static Outcome judge(GcSummary gc) {
    return new GcLocker().judge(new Situation().gc(gc).context());
  }

  @Test
  void no_from_a_tenth_of_the_pauses_on() {
    Outcome outcome = judge(GcOf.cause("G1", CAUSE, 10));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("JEP 423");
  }

  @Test
  void a_note_below_and_yes_without() {
    Outcome few = judge(GcOf.cause("G1", CAUSE, 9));
    assertThat(few.answer()).isEqualTo(Answer.YES);
    assertThat(few.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    Outcome none = judge(GcOf.incident("G1", GcIncident.GC_LOCKER, 0));
    assertThat(none.answer()).isEqualTo(Answer.YES);
    assertThat(none.findings()).isEmpty();
  }

  @Test
  void unknown_when_the_log_does_not_tell_causes() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void from_jdk_25_on_silence_says_nothing_of_serial_and_parallel() {
    Outcome untold = judge(GcOf.incident("Parallel", GcIncident.EXPLICIT_GC, 0));
    assertThat(untold.answer()).isEqualTo(Answer.YES);
    assertThat(untold.facts().toString()).contains("not told by this log", "-Xlog:gc+jni=debug");
    // G1 pins regions where others have waits that no cause tells of.
    Outcome pinned = judge(GcOf.incident("G1", GcIncident.GC_LOCKER, 0));
    assertThat(pinned.facts().toString()).contains("No pause had to wait");
  }

  /** Serial prints waits in whole milliseconds, rounded down. */
  @Test
  void waits_of_no_time_are_told_and_cost_nothing() {
    GcIncidents incidents =
        new GcIncidents(
            new TreeMap<>(), new TreeMap<>(), PauseTotal.NONE, 0, new PauseTotal(3, 0, 0));
    Outcome outcome =
        judge(GcOf.log("Serial").with(GcDetails.builder().incidents(incidents).build()));
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.facts().toString()).contains("3 times, less than a millisecond each");
  }

  @Test
  void does_not_apply_to_collectors_that_do_not_wait_for_it() {
    assertThat(judge(GcOf.log("ZGC")).answer()).isEqualTo(Answer.YES);
  }
}

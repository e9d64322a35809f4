package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class CpuStarvationTest {

  /** Ten in a thousand requests may miss; pauses of 10 ms use up its slack of 5 ms and hit 4 %. */
  private static final ServiceLevel VISIBLE = Situation.p99(250, 300, 245, 245);

  private static Outcome judge(GcSummary gc) {
    return new CpuStarvation().judge(new Situation().serviceLevel(VISIBLE).gc(gc).context());
  }

  private static GcSummary pauses(int pauses, int starved, int systemHeavy) {
    return GcOf.cpu(new GcCpuTimes(pauses, 1000, 100, 1100, starved, systemHeavy));
  }

  @Test
  void no_if_one_pause_in_twenty_waits() {
    Outcome outcome = judge(pauses(100, 5, 0));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo("5 of 100 pauses took at least 100.0 ms longer than their threads computed.");
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("nr_throttled");
  }

  @Test
  void no_if_the_operating_system_works_longer_than_the_collector() {
    Outcome outcome = judge(pauses(100, 0, 5));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("-XX:+AlwaysPreTouch");
  }

  @Test
  void yes_if_fewer_do() {
    assertThat(judge(pauses(100, 4, 4)).answer()).isEqualTo(Answer.YES);
    // Two of ten are more than one in twenty, but too few to blame anything.
    assertThat(judge(pauses(10, 2, 2)).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void unknown_when_the_log_does_not_carry_it() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void does_not_apply_to_collectors_that_print_none() {
    assertThat(judge(GcOf.log("ZGC")).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void yes_if_pauses_cannot_be_seen_known_or_not() {
    // Pauses of 10 ms against a slack of 40 ms.
    Situation calm = new Situation().serviceLevel(Situation.p99(50, 45, 10, 5));

    assertThat(new CpuStarvation().judge(calm.gc(pauses(100, 50, 0)).context()).answer())
        .isEqualTo(Answer.YES);
    assertThat(new CpuStarvation().judge(calm.gc(GcOf.log("G1")).context()).answer())
        .isEqualTo(Answer.YES);
  }

  @Test
  void unknown_without_a_declared_service_level() {
    Outcome outcome = new CpuStarvation().judge(new Situation().gc(pauses(100, 50, 0)).context());
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.wouldDecide()).first().asString().contains("serviceLevel");
  }
}

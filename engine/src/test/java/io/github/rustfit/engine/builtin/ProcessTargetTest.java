package io.github.rustfit.engine.builtin;

import static io.github.rustfit.engine.builtin.Small.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class ProcessTargetTest {

  private static Outcome judge(Situation situation) {
    return new ProcessTarget().judge(situation.context());
  }

  private static Outcome memory(Targets targets, double peakMiB, GcSummary gc) {
    return judge(
        new Situation()
            .gc(gc)
            .targets(targets)
            .recording(profile -> Small.process(profile, peakMiB, 0)));
  }

  /** 128 MiB and the 32 of the recorder are 160. */
  @Test
  void memory_is_missed_where_the_peak_is_above_it_even_without_the_recorder() {
    Outcome missed = memory(Small.memory(128), 160.5, GcSummary.EMPTY);
    assertThat(missed.answer()).isEqualTo(Answer.YES);
    assertThat(missed.facts())
        .containsExactly(
            Fact.measured(
                "Resident memory is 160.5 MiB (peak of jdk.ResidentSetSize), the target is 128.0"
                    + " MiB: missed."));
    assertThat(memory(Small.memory(128), 127.5, GcSummary.EMPTY).answer()).isEqualTo(Answer.NO);
    Outcome between = memory(Small.memory(128), 150, GcSummary.EMPTY);
    assertThat(between.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(between.wouldDecide()).singleElement().asString().contains("without a recording");
  }

  /** 80 MiB of heap were in use before a collection, and 10 MiB are metadata of classes. */
  @Test
  void without_the_event_a_log_gives_a_lower_bound() {
    GcSummary gc = Small.heap("G1", 1024 * MIB, 20 * MIB);
    Outcome missed = memory(Small.memory(89), 0, gc);
    assertThat(missed.answer()).isEqualTo(Answer.YES);
    assertThat(missed.facts().get(0).text()).startsWith("Resident memory is at least 90.0 MiB");
    Outcome open = memory(Small.memory(90), 0, gc);
    assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(open.wouldDecide()).singleElement().asString().contains("jdk.ResidentSetSize");
  }

  @Test
  void what_is_declared_counts_where_nothing_is_measured_and_turns_nothing_around() {
    Targets declared = Targets.NONE.resident(Target.of(128).observing(190, "VmHWM after a day"));
    Outcome missed = memory(declared, 0, GcSummary.EMPTY);
    assertThat(missed.answer()).isEqualTo(Answer.YES);
    assertThat(missed.facts())
        .containsExactly(
            Fact.declared(
                "Resident memory is 190.0 MiB (VmHWM after a day), the target is 128.0 MiB:"
                    + " missed."));
    assertThat(memory(declared, 150, GcSummary.EMPTY).answer()).isEqualTo(Answer.YES);
    assertThat(memory(declared, 100, GcSummary.EMPTY).answer()).isEqualTo(Answer.NO);
  }

  /** Only a run that is shorter as a whole proves anything of its start. */
  @Test
  void a_start_is_no_longer_than_a_run() {
    Targets targets = Targets.NONE.startUp(Target.of(500));
    Outcome met =
        judge(
            new Situation().targets(targets).recording(profile -> Small.process(profile, 0, 480)));
    assertThat(met.answer()).isEqualTo(Answer.NO);
    assertThat(met.facts().get(0).text())
        .isEqualTo(
            "Start-up is at most 480.0 ms (the longest recorded run as a whole), the target is 500.0"
                + " ms: met.");
    Outcome open =
        judge(
            new Situation().targets(targets).recording(profile -> Small.process(profile, 0, 510)));
    assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(open.wouldDecide()).singleElement().asString().contains("startUp.observedMs");
    assertThat(judge(new Situation().targets(Small.startUp(500, 501))).answer())
        .isEqualTo(Answer.YES);
  }

  /** What hurts is one of the two; neither rule keeps the other from saying so. */
  @Test
  void a_latency_that_is_met_does_not_hide_memory_that_is_not() {
    Situation both = Small.situation(Small.memory(128)).serviceLevel(Situation.p99(60, 50, 10, 5));
    assertThat(judge(both).answer()).isEqualTo(Answer.YES);
    assertThat(new LatencyTarget().judge(both.context()).concerned()).isFalse();

    Situation late = Small.situation(Small.memory(300)).serviceLevel(Situation.p99(60, 75, 10, 5));
    assertThat(judge(late).concerned()).isFalse();
    assertThat(new LatencyTarget().judge(late.context()).answer()).isEqualTo(Answer.YES);

    Situation met = Small.situation(Small.memory(300)).serviceLevel(Situation.p99(60, 50, 10, 5));
    assertThat(judge(met).answer()).isEqualTo(Answer.NO);
    assertThat(new LatencyTarget().judge(met.context()).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void without_such_a_target_it_has_no_say_and_with_one_alone_latency_has_none() {
    assertThat(judge(new Situation()).concerned()).isFalse();
    assertThat(judge(new Situation().serviceLevel(Situation.p99(60, 75, 1, 1))).concerned())
        .isFalse();
    Situation alone = Small.situation(Small.memory(128));
    assertThat(new LatencyTarget().judge(alone.context()).concerned()).isFalse();
    assertThat(new LatencyReach().judge(alone.context()).concerned()).isFalse();
    assertThat(new LowPauseCollector().judge(alone.context()).concerned()).isFalse();
  }
}

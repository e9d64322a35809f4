package io.github.rustfit.engine.builtin;

import static io.github.rustfit.engine.builtin.Small.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class MemoryCeilingTest {

  private static Outcome judge(long hot, double peakMiB, GcSummary gc, Targets targets) {
    return new MemoryCeiling().judge(situation(hot, peakMiB, gc, targets).context());
  }

  private static Situation situation(long hot, double peakMiB, GcSummary gc, Targets targets) {
    return new Situation()
        .cpuSamples(hot, 1000 - hot)
        .allocationSamples(hot, 1000 - hot)
        .gc(gc)
        .targets(targets)
        .recording(profile -> Small.process(profile, peakMiB, 0));
  }

  /**
   * 600 of 1,000 samples are 56.9 to 63.0 % by Wilson's formula. Of 200 MiB at least 80 are heap:
   * 0.569 · 80 / 200 = 22.8 %; at most 100: 0.630 · 100 / 200 = 31.5 %.
   */
  @Test
  void its_part_of_the_heap_is_put_against_the_whole_process() {
    Outcome outcome = judge(600, 200, Small.heap("G1"), Small.memory(128));
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Of the 200.0 MiB of resident memory 22.8 % to 31.5 % can be its data; the rest is the"
                + " JVM's own memory and other code's.");
  }

  /** 100 of 1,000 are 8.3 to 12.0 %: 0.12 · 100 / 200 = 6.0 % at most. */
  @Test
  void a_process_that_is_mostly_runtime_is_not_its_fault() {
    assertThat(judge(100, 200, Small.heap("G1"), Small.memory(128)).answer()).isEqualTo(Answer.NO);
    GcSummary large = Small.heap("G1", 1024 * MIB, 0);
    assertThat(judge(100, 900, large, Small.memory(128)).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void a_component_that_is_the_program_takes_the_jvm_with_it() {
    Outcome outcome = judge(960, 60, GcSummary.EMPTY, Small.memory(20));
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text()).contains("all but the whole program");
  }

  /** The speed-up's ceiling of 10 % of the CPU is at most 1.14×; of 600 it is at least 1.9×. */
  @Test
  void where_a_latency_is_missed_as_well_one_of_the_two_ceilings_is_enough() {
    Situation cold =
        situation(100, 200, Small.heap("G1"), Small.memory(128))
            .serviceLevel(Situation.p99(60, 75, 10, 5));
    assertThat(new MemoryCeiling().judge(cold.context()).answer()).isNotEqualTo(Answer.YES);
    Situation hot =
        situation(600, 2000, Small.heap("G1"), Small.memory(128))
            .serviceLevel(Situation.p99(60, 75, 10, 5));
    assertThat(new SpeedUpCeiling().judge(hot.context()).answer()).isEqualTo(Answer.YES);
    assertThat(new MemoryCeiling().judge(hot.context()).concerned()).isFalse();
  }

  @Test
  void the_ceiling_of_the_speed_up_has_no_say_where_memory_alone_hurts() {
    Situation alone = situation(600, 200, Small.heap("G1"), Small.memory(128));
    assertThat(new SpeedUpCeiling().judge(alone.context()).concerned()).isFalse();
    assertThat(judge(600, 200, Small.heap("G1"), Targets.NONE).concerned()).isFalse();
  }

  /** Of 2,000 MiB at most 100 are heap: 5 % at most. */
  @Test
  void where_every_target_is_kept_a_no_of_either_ceiling_stands() {
    Situation kept =
        situation(600, 2000, Small.heap("G1"), Small.memory(4000))
            .serviceLevel(Situation.p99(60, 30, 10, 5));
    assertThat(new SpeedUpCeiling().judge(kept.context()).answer()).isEqualTo(Answer.YES);
    assertThat(new MemoryCeiling().judge(kept.context()).answer()).isEqualTo(Answer.NO);
  }

  /** Which of the two would have to be cured turns on the latency that nobody observed. */
  @Test
  void a_yes_of_a_promise_that_may_be_kept_is_open_beside_one_that_is() {
    Situation open =
        situation(600, 2000, Small.heap("G1"), Small.memory(4000))
            .serviceLevel(Situation.p99(60, -1, -1, -1));
    Outcome outcome = new SpeedUpCeiling().judge(open.context());
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).isNotEmpty();
    assertThat(new MemoryCeiling().judge(open.context()).concerned()).isFalse();
  }

  @Test
  void without_the_memory_of_the_process_it_is_open() {
    assertThat(judge(600, 0, GcSummary.EMPTY, Small.memory(128)).wouldDecide())
        .singleElement()
        .asString()
        .contains("jdk.ResidentSetSize");
  }
}

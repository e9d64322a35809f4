package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class ProcessReachTest {

  private static Outcome judge(Situation situation) {
    return new ProcessReach().judge(situation.context());
  }

  /**
   * The JVM stays with 30 MiB and 20 MiB live, of which at best 0.7 of 62.9 % goes: 30 + 20 · (1 −
   * 0.629 · 0.7) = 41.2 MiB. At worst 0.2 of 57.1 % of what is live goes: 200 − 20 · 0.571 · 0.2 =
   * 197.7 MiB.
   */
  @Test
  void the_jvm_stays_where_other_code_does() {
    Outcome outcome = judge(Small.situation(Small.memory(128)));
    assertThat(outcome.onGain()).isTrue();
    assertThat(outcome.facts().get(0).text())
        .contains("some 41.2 MiB to 197.7 MiB (assumed: the JVM stays")
        .contains("the target is 128.0 MiB");
    assertThat(outcome.wouldDecide())
        .singleElement()
        .asString()
        .contains("targets.residentMemory.prototypeMiB");
    Outcome no = judge(Small.situation(Small.memory(41)));
    assertThat(no.answer()).isEqualTo(Answer.NO);
    assertThat(no.facts().get(0).text()).contains("the JVM stays, which takes 30.0 MiB");
  }

  /** 5 MiB and 0.3 of 20 MiB live. */
  @Test
  void a_program_as_a_whole_takes_the_jvm_with_it() {
    Situation whole =
        Small.situation(Small.memory(12)).cpuSamples(99_000, 0).allocationSamples(99_000, 0);
    assertThat(judge(whole).onGain()).isTrue();
    assertThat(judge(whole).facts().get(0).text()).contains("some 11.0 MiB to ");
    Situation smaller =
        Small.situation(Small.memory(10)).cpuSamples(99_000, 0).allocationSamples(99_000, 0);
    assertThat(judge(smaller).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void a_prototype_settles_it_if_somebody_says_how_it_was_measured() {
    Target target = Target.of(128);
    Outcome met = judge(Small.situation(Targets.NONE.resident(target.tried(60, "a port"))));
    assertThat(met.answer()).isEqualTo(Answer.YES);
    assertThat(met.facts())
        .containsExactly(
            Fact.declared(
                "A prototype in Rust was measured to take 60.0 MiB (a port), which meets 128.0"
                    + " MiB."));
    Outcome claimed = judge(Small.situation(Targets.NONE.resident(target.tried(60, ""))));
    assertThat(claimed.onGain()).isTrue();
    assertThat(claimed.wouldDecide())
        .singleElement()
        .asString()
        .contains("targets.residentMemory.prototypeSource");
    assertThat(judge(Small.situation(Targets.NONE.resident(target.tried(129, "")))).answer())
        .isEqualTo(Answer.NO);
  }

  /**
   * One CPU for 2 s. 200 of 2,000 samples are at most 11.4 % by Wilson's formula, and 5 % are
   * compiling: 0.114 + 0.886 · 0.05 = 15.8 % of 2 s are 316.5 ms of CPU, so that 1,683.5 ms are
   * left.
   */
  @Test
  void a_start_gets_shorter_by_no_more_than_the_cpu_time_that_goes() {
    Outcome out = judge(Small.start(Small.startUp(1600, 2000), 200, 1800));
    assertThat(out.answer()).isEqualTo(Answer.NO);
    assertThat(out.facts().get(0).text())
        .contains("at most 316.5 ms")
        .contains("would still take 1683.5 ms")
        .contains("against 1600.0 ms");
    Outcome open = judge(Small.start(Small.startUp(1700, 2000), 200, 1800));
    assertThat(open.onGain()).isTrue();
    assertThat(open.wouldDecide()).singleElement().asString().contains("startUp.prototypeMs");
  }

  @Test
  void a_long_recording_tells_nothing_of_a_start() {
    Outcome outcome = judge(Small.start(Small.startUp(500, 900), 200, 1800));
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.onGain()).isFalse();
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("Record the start alone");
  }

  @Test
  void what_is_met_or_not_declared_needs_no_cure() {
    assertThat(judge(Small.situation(Small.memory(300))).answer()).isEqualTo(Answer.YES);
    assertThat(judge(Small.situation(Targets.NONE)).concerned()).isFalse();
  }

  @Test
  void of_two_pains_one_that_can_be_cured_is_enough() {
    Targets both = Small.memory(20).startUp(Target.of(500).observing(900, "x").tried(40, "a port"));
    assertThat(judge(Small.situation(both)).answer()).isEqualTo(Answer.YES);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class MemoryShareTest {

  private static Outcome judge(Targets targets, long hot, double peakMiB) {
    return new MemoryShare()
        .judge(
            new Situation()
                .allocationSamples(hot, 1000 - hot)
                .gc(GcSummary.EMPTY)
                .targets(targets)
                .recording(profile -> Small.process(profile, peakMiB, 0))
                .context());
  }

  /** Of 1,000 samples 340 are 31.1 to 37.0 % by Wilson's formula, 270 are 24.3 to 29.8 %. */
  @Test
  void it_takes_thirty_percent_of_the_allocation_for_certain() {
    assertThat(judge(Small.memory(128), 340, 200).answer()).isEqualTo(Answer.YES);
    assertThat(judge(Small.memory(128), 270, 200).answer()).isEqualTo(Answer.NO);
    assertThat(judge(Small.memory(128), 300, 200).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void it_has_no_say_where_memory_is_no_target_and_no_yes_while_the_memory_is_unknown() {
    assertThat(judge(Targets.NONE, 340, 200).concerned()).isFalse();
    Outcome open = judge(Small.memory(128), 340, 0);
    assertThat(open.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(open.wouldDecide()).singleElement().asString().contains("jdk.ResidentSetSize");
    assertThat(
            new MemoryShare()
                .judge(
                    new Situation()
                        .targets(Small.memory(128))
                        .recording(profile -> Small.process(profile, 200, 0))
                        .context())
                .wouldDecide())
        .singleElement()
        .asString()
        .contains("300 allocation samples");
  }
}

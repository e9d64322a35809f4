package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedUpCeilingTest {

  /** Collector and compiler measured as idle, so the ceiling is 1/(1 - f). */
  private static Answer answer(long hot) {
    Tally idle = new Tally(0, 600 * SECOND);
    Situation situation =
        new Situation()
            .cpuSamples(hot, 10_000 - hot)
            .allocationSamples(0, 1000)
            .gc(gcCpu(gc("G1", 600, 20, MILLI), idle))
            .recording(profile -> processCpu(profile, new Tally(600 * SECOND, 600 * SECOND), idle));
    return new SpeedUpCeiling().judge(situation.context()).answer();
  }

  /**
   * 1.10× is f = 9.0909 %. Wilson's formula for k of 10,000, apart from the code: the lower bound
   * of 966 is 9.096 %, of 965 9.087 %; the upper bound of 853 is 9.094 %, of 852 9.083 %.
   */
  @ParameterizedTest(name = "{0} of 10,000 samples: {1}")
  @CsvSource({"966, YES", "965, UNKNOWN", "853, UNKNOWN", "852, NO"})
  void the_near_bound_at_1_10_decides(long hot, Answer expected) {
    assertThat(answer(hot)).isEqualTo(expected);
  }

  @Test
  void with_the_collector_unknown_only_what_holds_for_any_collector_is_said() {
    Situation little = new Situation().cpuSamples(100, 9900).allocationSamples(100, 9900);
    Situation much = new Situation().cpuSamples(5000, 5000).allocationSamples(5000, 5000);
    Situation either = new Situation().cpuSamples(5000, 5000).allocationSamples(100, 9900);

    assertThat(new SpeedUpCeiling().judge(little.context()).answer()).isEqualTo(Answer.NO);
    assertThat(new SpeedUpCeiling().judge(much.context()).answer()).isEqualTo(Answer.YES);
    assertThat(new SpeedUpCeiling().judge(either.context()).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void unknown_allocation_is_asked_for() {
    assertThat(
            new SpeedUpCeiling()
                .judge(new Situation().cpuSamples(5000, 5000).context())
                .wouldDecide())
        .containsExactly(Need.ALLOCATION_PROFILE.toProvide());
  }
}

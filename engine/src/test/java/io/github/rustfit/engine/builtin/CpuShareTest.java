package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuShareTest {

  private static Answer answer(long hot, long rest) {
    return new CpuShare().judge(new Situation().cpuSamples(hot, rest).context()).answer();
  }

  /**
   * Wilson's formula for k of 10,000, evaluated apart from the code: the lower bound of 2079 is
   * 20.006 %, of 2078 19.996 %; the upper bound of 1921 is 19.994 %, of 1922 20.004 %.
   */
  @ParameterizedTest(name = "{0} of 10,000 samples: {1}")
  @CsvSource({"2079, YES", "2078, UNKNOWN", "1922, UNKNOWN", "1921, NO", "1000, NO", "0, NO"})
  void the_near_bound_of_the_interval_decides(long hot, Answer expected) {
    assertThat(answer(hot, 10_000 - hot)).isEqualTo(expected);
  }

  @Test
  void few_samples_leave_a_wide_interval_and_no_answer() {
    assertThat(answer(220, 780)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer(230, 770)).isEqualTo(Answer.YES);
  }

  @Test
  void below_a_thousand_samples_no_share_is_stated() {
    assertThat(answer(900, 99)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void it_states_the_share_with_its_interval() {
    assertThat(new CpuShare().judge(new Situation().cpuSamples(5000, 5000).context()).facts())
        .extracting(fact -> fact.text())
        .containsExactly("Owns 50.0 % (49.0–51.0 %) of the CPU samples.");
  }
}

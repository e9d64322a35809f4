package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class SourceMatchTest {

  private static Answer answer(long fitting, long other) {
    Situation situation =
        new Situation()
            .cpuSamples(fitting, 1000)
            .sampled(other, cpu(frame("com.acme.hot.Hot", "gone", 7)));
    return new SourceMatch().judge(situation.context()).answer();
  }

  /**
   * Wilson's formula, apart from the code: the lower bound of 729/1000 is 70.06 %, of 728 69.96 %.
   */
  @Test
  void the_near_bound_at_70_percent_decides() {
    assertThat(answer(729, 271)).isEqualTo(Answer.YES);
    assertThat(answer(728, 272)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void eight_of_ten_samples_are_too_few_to_say() {
    assertThat(answer(8, 2)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void without_own_samples_nothing_can_mismatch() {
    assertThat(answer(0, 0)).isEqualTo(Answer.YES);
  }

  @Test
  void a_recording_that_no_class_of_the_source_is_in_tells_nothing_of_it() {
    assertThat(answerOfOther(20)).isEqualTo(Answer.UNKNOWN);
    assertThat(answerOfOther(19)).isEqualTo(Answer.YES);
  }

  private static Answer answerOfOther(long samples) {
    Situation situation = new Situation().sampled(samples, cpu(frame("org.other.Main", "run", 7)));
    return new SourceMatch().judge(situation.context()).answer();
  }
}

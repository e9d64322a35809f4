package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class PauseRatioTest {

  private static Outcome judge(int pausesOfOneSecond) {
    return new PauseRatio()
        .judge(new Situation().gc(gc("Parallel", 600, pausesOfOneSecond, SECOND)).context());
  }

  /** 60 s of pauses in 600 s are 10 %, 59 s are 9.8 %. */
  @Test
  void no_from_ten_percent_on() {
    assertThat(judge(60).answer()).isEqualTo(Answer.NO);
    assertThat(judge(60).facts())
        .extracting(Fact::text)
        .containsExactly("10.0 % of the time is spent in pauses.");
    assertThat(judge(60).findings())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("-Xmx");
  }

  @Test
  void yes_below() {
    assertThat(judge(59).answer()).isEqualTo(Answer.YES);
    assertThat(judge(59).findings()).isEmpty();
  }

  @Test
  void unknown_without_pauses_since_they_are_needed() {
    assertThat(new PauseRatio().descriptor().needs()).containsExactly(Need.GC_PAUSES);
  }
}

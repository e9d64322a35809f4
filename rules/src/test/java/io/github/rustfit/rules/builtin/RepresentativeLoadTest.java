package io.github.rustfit.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.support.Situation;
import org.junit.jupiter.api.Test;

class RepresentativeLoadTest {

  private static Outcome judge(Situation situation) {
    return new RepresentativeLoad().judge(situation.context());
  }

  @Test
  void the_declaration_decides() {
    assertThat(judge(new Situation().representative(true)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(new Situation().representative(false)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void unknown_until_it_is_declared() {
    assertThat(judge(new Situation()).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(new Situation()).wouldDecide())
        .singleElement()
        .asString()
        .contains("recording.representative");
  }
}

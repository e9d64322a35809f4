package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingSizeTest {

  private static Outcome judge(
      long cpuSamples, long allocationSamples, int collections, long seconds) {
    return new RecordingSize()
        .judge(
            new Situation()
                .cpuSamples(cpuSamples, 0)
                .allocationSamples(allocationSamples, 0)
                .gc(gc("G1", 600, collections, MILLI))
                .recordedSeconds(seconds)
                .context());
  }

  @Test
  void yes_at_the_limits() {
    Outcome outcome = judge(1000, 300, 10, 300);

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "1,000 CPU samples, 300 allocation samples and 10 collections in 5 min of recording.");
  }

  @ParameterizedTest
  @CsvSource({
    "999, 300, 10, 300, CPU samples",
    "1000, 299, 10, 300, allocation samples",
    "1000, 300, 9, 300, collections",
    "1000, 300, 10, 299, 5 minutes"
  })
  void unknown_just_below_one_of_them_and_says_which(
      long cpuSamples, long allocationSamples, int collections, long seconds, String missing) {
    Outcome outcome = judge(cpuSamples, allocationSamples, collections, seconds);

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains(missing);
  }

  @Test
  void without_a_recording_all_four_are_missing() {
    assertThat(
            new RecordingSize().judge(new Situation().recordedSeconds(0).context()).wouldDecide())
        .hasSize(4);
  }
}

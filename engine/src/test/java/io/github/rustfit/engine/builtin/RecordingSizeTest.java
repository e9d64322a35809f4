package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
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

  /** 3 of 600 CPU seconds are the collector's: 0.5 %. */
  @Test
  void a_program_that_does_not_allocate_is_a_fact() {
    Outcome outcome =
        new RecordingSize()
            .judge(
                new Situation()
                    .cpuSamples(1000, 0)
                    .recordedSeconds(600)
                    .recording(
                        profile ->
                            processCpu(
                                profile,
                                new Tally(600 * SECOND, 600 * SECOND),
                                new Tally(0, 600 * SECOND)))
                    .gc(gcCpu(gc("Parallel", 600, 2, MILLI), new Tally(3 * SECOND, 600 * SECOND)))
                    .context());

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .singleElement()
        .asString()
        .contains("more are not needed");
  }

  @Test
  void without_a_recording_all_four_are_missing() {
    assertThat(
            new RecordingSize().judge(new Situation().recordedSeconds(0).context()).wouldDecide())
        .hasSize(4);
  }
}

package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcPressureTest {

  /** 0.2 pauses a second of 80 ms against a target of 60 ms hit 1.6 %: visible at p99. */
  private static final GcSummary VISIBLE = gc("G1", 600, 120, 80 * MILLI);

  /**
   * 0.2·(0.001 + 0.06) at most, and no pause is as long as 60 ms: not decided without the median.
   */
  private static final GcSummary PERHAPS = gc("G1", 600, 120, MILLI);

  private static Outcome judge(long hot, GcSummary gc, ServiceLevel level) {
    return new GcPressure()
        .judge(
            new Situation()
                .allocationSamples(hot, 10_000 - hot)
                .gc(gc)
                .serviceLevel(level)
                .context());
  }

  /**
   * Wilson's formula, apart from the code: the lower bound of 3090 is 30.002 %, of 3089 29.992 %;
   * the upper bound of 2910 is 29.998 %, of 2911 30.008 %.
   */
  @ParameterizedTest(name = "{0} of 10,000 allocation samples: {1}")
  @CsvSource({"3090, YES", "3089, UNKNOWN", "2911, UNKNOWN", "2910, NO"})
  void while_pauses_are_visible_the_near_bound_of_the_allocation_decides(
      long hot, Answer expected) {
    assertThat(judge(hot, VISIBLE, p99(60, -1, -1, -1)).answer()).isEqualTo(expected);
  }

  @Test
  void no_if_pauses_cannot_be_visible_however_much_it_allocates() {
    assertThat(judge(9000, PERHAPS, p99(60, -1, 10, 5)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void unknown_visibility_asks_for_the_median_and_the_service_time() {
    Outcome outcome = judge(9000, PERHAPS, p99(60, -1, -1, -1));

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("observedP50Ms");
  }

  @Test
  void without_pauses_or_a_target_it_says_which_is_missing() {
    Situation allocating = new Situation().allocationSamples(9000, 1000);

    assertThat(new GcPressure().judge(allocating.context()).wouldDecide())
        .containsExactly(Need.GC_PAUSES.toProvide());
    assertThat(new GcPressure().judge(allocating.gc(VISIBLE).context()).wouldDecide())
        .containsExactly(Need.SERVICE_LEVEL.toProvide());
  }

  @Test
  void a_component_that_allocates_little_is_cleared_without_a_gc_log() {
    assertThat(
            new GcPressure().judge(new Situation().allocationSamples(10, 9990).context()).answer())
        .isEqualTo(Answer.NO);
  }
}

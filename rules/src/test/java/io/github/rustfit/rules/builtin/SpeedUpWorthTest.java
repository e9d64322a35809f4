package io.github.rustfit.rules.builtin;

import static io.github.rustfit.rules.support.Given.MILLI;
import static io.github.rustfit.rules.support.Given.SECOND;
import static io.github.rustfit.rules.support.Given.gc;
import static io.github.rustfit.rules.support.Given.gcCpu;
import static io.github.rustfit.rules.support.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.Tally;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.support.Situation;
import org.junit.jupiter.api.Test;

class SpeedUpWorthTest {

  private static Outcome judge(long hot) {
    Tally idle = new Tally(0, 600 * SECOND);
    return new SpeedUpWorth()
        .judge(
            new Situation()
                .cpuSamples(hot, 10_000 - hot)
                .allocationSamples(0, 1000)
                .gc(gcCpu(gc("G1", 600, 20, MILLI), idle))
                .recording(
                    profile -> processCpu(profile, new Tally(600 * SECOND, 600 * SECOND), idle))
                .context());
  }

  /**
   * 1.25× is f = 20 %. Wilson's formula for k of 10,000, apart from the code: the upper bound of
   * 1922 is 19.994 %, of 1922 20.004 %.
   */
  @Test
  void no_if_even_the_upper_bound_of_the_ceiling_is_below_1_25() {
    assertThat(judge(1921).answer()).isEqualTo(Answer.NO);
    assertThat(judge(1922).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void it_never_says_yes_since_the_cost_is_not_known() {
    assertThat(judge(10_000).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(10_000).wouldDecide()).singleElement().asString().contains("person-month");
  }

  /**
   * f = 0.5, no collector: 1/(0.5+0.5/1+0.05) = 0.95, 1/(0.5+0.5/1.5+0.02) = 1.17, 1/(0.5+0.5/3.2)
   * = 1.52.
   */
  @Test
  void it_shows_the_estimate_and_that_it_is_assumed() {
    assertThat(judge(5000).facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.text()).contains("0.95× – 1.17× – 1.52×");
              assertThat(fact.provenance()).isEqualTo(Provenance.ASSUMED);
            });
  }
}

package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedUpWorthTest {

  private static Outcome judge(long hot) {
    return judge(hot, DeclaredFacts.NONE);
  }

  private static Outcome judge(long hot, DeclaredFacts facts) {
    Tally idle = new Tally(0, 600 * SECOND);
    return new SpeedUpWorth()
        .judge(
            new Situation()
                .cpuSamples(hot, 10_000 - hot)
                .allocationSamples(0, 1000)
                .gc(gcCpu(gc("G1", 600, 20, MILLI), idle))
                .recording(
                    profile -> processCpu(profile, new Tally(600 * SECOND, 600 * SECOND), idle))
                .facts(facts)
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

  /**
   * Without a collector the central estimate is 1/(1 − f + f/1.5 + 0.02), so 1.25× is f = 66 %. By
   * Wilson's formula, apart from the code, 6693 of 10,000 are at least 66.002 %, 6692 are 65.991 %.
   */
  @Test
  void yes_if_even_the_lower_bound_of_the_central_estimate_is_1_25() {
    assertThat(judge(6693).answer()).isEqualTo(Answer.YES);
    assertThat(judge(6692).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(6692).wouldDecide()).singleElement().asString().contains("kernelSpeedUp");
  }

  @Test
  void a_declared_speed_up_of_the_code_takes_the_place_of_the_assumed_one() {
    Outcome outcome =
        judge(
            3500,
            new Declared()
                .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(4)))
                .facts());

    // f = 0.35: 1/(0.65+0.35/4+0.05) = 1.27, 1/(0.65+0.35/4+0.02) = 1.32, 1/(0.65+0.35/4) = 1.36
    assertThat(outcome.facts().get(0).text())
        .contains("1.27× – 1.32× – 1.36×", "4.00× – 4.00× – 4.00× as fast, as declared");
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
  }

  @Test
  void unknown_while_the_collector_s_cpu_is() {
    Outcome outcome =
        new SpeedUpWorth()
            .judge(new Situation().cpuSamples(9000, 1000).allocationSamples(900, 100).context());

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("-Xlog:gc*");
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

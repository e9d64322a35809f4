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
   * 1921 is 19.994 %, of 1922 20.004 %. Not even code that costs nothing is enough below, so a
   * declared gain of a thousand changes nothing.
   */
  @Test
  void no_if_even_the_upper_bound_of_the_ceiling_is_below_1_25() {
    DeclaredFacts thousandfold = gain(ThreePoint.exactly(1e6));
    assertThat(judge(1921, thousandfold).answer()).isEqualTo(Answer.NO);
    assertThat(judge(1922, thousandfold).answer()).isEqualTo(Answer.UNKNOWN);
  }

  /**
   * Assumed is 8 at the far end, so 1.25× is f = 0.2 / (1 − 1/8) = 22.857 %. By Wilson's formula,
   * apart from the code, the upper bound of 2204 of 10,000 is 22.863 %, of 2203 22.853 %.
   */
  @Test
  void no_if_even_the_far_end_of_the_assumed_gain_is_not_enough() {
    assertThat(judge(2203).answer()).isEqualTo(Answer.NO);
    assertThat(judge(2204).onGain()).isTrue();
  }

  /** Invariant 9: nothing that is assumed passes, however large the component. */
  @Test
  void an_assumed_gain_is_never_a_yes_and_asks_for_a_measurement() {
    Outcome all = judge(10_000);

    assertThat(all.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(all.onGain()).isTrue();
    assertThat(all.wouldDecide()).singleElement().asString().contains("economics.kernelSpeedUp");
  }

  /**
   * 1/(1 − f + f/1.5) is 1.25 at f = 60 %. By Wilson's formula, apart from the code, the lower
   * bound of 6096 of 10,000 is 60.000 %, of 6095 59.990 %.
   */
  @Test
  void a_declared_gain_passes_by_its_near_end() {
    DeclaredFacts measured = gain(new ThreePoint(1.5, 2, 3));
    assertThat(judge(6097, measured).answer()).isEqualTo(Answer.YES);
    assertThat(judge(6094, measured).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(6094, measured).onGain()).isTrue();
  }

  /** f = 0.35: 1/(0.65 + 0.35/4) = 1.36: no allocation and no boundary besides. */
  @Test
  void a_declared_gain_holds_allocation_and_boundary() {
    Outcome outcome = judge(3500, gain(ThreePoint.exactly(4)));

    assertThat(outcome.facts().get(0).text())
        .contains("1.36× – 1.36× – 1.36×", "4.00× – 4.00× – 4.00× as fast, as declared");
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
  }

  @Test
  void a_declared_gain_without_a_source_carries_nothing_and_asks_for_it() {
    Outcome outcome =
        judge(
            9000,
            new Declared()
                .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(4)), "")
                .facts());

    assertThat(outcome.onGain()).isTrue();
    assertThat(outcome.wouldDecide())
        .containsExactly(
            "Say in economics.kernelSpeedUp.source in rustfit.yaml how the figure was measured.");
  }

  /** A port that was tried and is slower: 1/(1 − 0.9 + 0.9/0.79) = 0.81. */
  @Test
  void a_declared_loss_is_a_no() {
    assertThat(judge(9000, gain(ThreePoint.exactly(0.79))).answer()).isEqualTo(Answer.NO);
  }

  private static DeclaredFacts gain(ThreePoint gain) {
    return new Declared().assuming(Map.of(Assumption.KERNEL_SPEED_UP, gain)).facts();
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
   * f = 0.5, no collector: 1/(0.5+0.5/0.15+0.05) = 0.26, 1/(0.5+0.5+0.02) = 0.98, 1/(0.5+0.5/8) =
   * 1.78.
   */
  @Test
  void it_shows_the_estimate_and_that_it_is_assumed() {
    assertThat(judge(5000).facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.text()).contains("0.26× – 0.98× – 1.78×");
              assertThat(fact.provenance()).isEqualTo(Provenance.ASSUMED);
            });
  }
}

package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class LatencyTargetTest {

  private static final GcSummary SHORT = gc("G1", 600, 120, MILLI);
  private static final GcSummary LONGER_THAN_THE_TARGET = gc("G1", 600, 120, 80 * MILLI);

  private static Outcome judge(GcSummary gc, ServiceLevel level) {
    return new LatencyTarget().judge(new Situation().gc(gc).serviceLevel(level).context());
  }

  @Test
  void the_declared_latency_is_held_against_the_target() {
    assertThat(judge(SHORT, p99(60, 60.1, -1, -1)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(SHORT, p99(60, 60, -1, -1)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void without_it_only_pauses_longer_than_the_target_answer() {
    assertThat(judge(LONGER_THAN_THE_TARGET, p99(60, -1, -1, -1)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(SHORT, p99(60, -1, -1, -1)).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(SHORT, p99(60, -1, -1, -1)).wouldDecide())
        .singleElement()
        .asString()
        .contains("observedMs");
  }

  @Test
  void a_declared_latency_does_not_overrule_measured_pauses_and_the_contradiction_is_said() {
    Outcome outcome = judge(LONGER_THAN_THE_TARGET, p99(60, 40, -1, -1));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.provenance()).isEqualTo(Provenance.MEASURED);
              assertThat(fact.text())
                  .contains("1.6 %", "The declared p99 of 40.0 ms contradicts the recording");
            });
    assertThat(judge(LONGER_THAN_THE_TARGET, p99(60, 70, -1, -1)).facts().get(0).text())
        .doesNotContain("contradicts");
  }

  @Test
  void a_declared_latency_alone_is_a_declared_fact() {
    assertThat(judge(SHORT, p99(60, 70, -1, -1)).observed()).isFalse();
  }

  /** 50 ms pauses use up the slack of 40 ms that a median of 20 ms leaves, but not the target. */
  @Test
  void declaring_the_median_as_well_does_not_flip_a_target_that_is_declared_met() {
    GcSummary gc = gc("G1", 600, 120, 50 * MILLI);

    assertThat(judge(gc, p99(60, 40, -1, -1)).answer()).isEqualTo(Answer.NO);
    assertThat(judge(gc, p99(60, 40, 20, 10)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void without_a_target_it_is_asked_for() {
    assertThat(new LatencyTarget().judge(new Situation().context()).wouldDecide())
        .containsExactly(Need.SERVICE_LEVEL.toProvide());
  }
}

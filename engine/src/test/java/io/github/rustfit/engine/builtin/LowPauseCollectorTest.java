package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowPauseCollectorTest {

  private static Outcome judge(String collector, long pauseNanos, ServiceLevel level) {
    return new LowPauseCollector()
        .judge(
            new Situation().gc(gc(collector, 600, 120, pauseNanos)).serviceLevel(level).context());
  }

  @Test
  void no_with_the_flag_if_pauses_are_visible_under_another_collector() {
    Outcome outcome = judge("G1", 80 * MILLI, p99(60, -1, -1, -1));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "There are pauses of up to 80.0 ms under G1: 1.6 % of the requests meet a pause that matters.");
    assertThat(outcome.findings())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("-XX:+UseZGC");
  }

  @ParameterizedTest
  @CsvSource({"ZGC", "Generational ZGC", "Shenandoah", "Generational Shenandoah"})
  void yes_under_a_low_pause_collector_even_if_its_pauses_are_visible(String collector) {
    assertThat(judge(collector, 80 * MILLI, p99(60, -1, -1, -1)).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void yes_if_pauses_are_not_the_pain() {
    assertThat(judge("Parallel", MILLI, p99(60, -1, 10, 5)).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void unknown_if_visibility_is_not_decided() {
    assertThat(judge("G1", MILLI, p99(60, -1, -1, -1)).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void one_log_of_another_collector_among_several_is_enough_to_ask() {
    GcSummary both = gc("ZGC", 600, 120, MILLI).merge(gc("G1", 600, 120, 200 * MILLI));

    assertThat(
            new LowPauseCollector()
                .judge(new Situation().gc(both).serviceLevel(p99(60, -1, -1, -1)).context())
                .answer())
        .isEqualTo(Answer.NO);
  }
}

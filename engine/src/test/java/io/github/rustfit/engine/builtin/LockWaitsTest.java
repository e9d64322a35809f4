package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * By Wilson's formula, apart from the code: 2,079 of 10,000 are at least 20.006 %, 2,078 19.996 %.
 */
class LockWaitsTest {

  private static final SampleKey ENTERING =
      new SampleKey(
          SampleKind.WALL, List.of(frame("", "ObjectMonitor::enter", 0), Situation.IN_HOT), "");

  private static Situation locked(long waiting) {
    return new Situation()
        .sampled(waiting, ENTERING)
        .sampled(10_000 - waiting, new SampleKey(SampleKind.WALL, List.of(Situation.IN_REST), ""));
  }

  private static Outcome judge(Situation situation) {
    return new LockWaits().judge(situation.context());
  }

  @Test
  void no_where_a_missed_latency_certainly_stands_in_line_for_a_fifth() {
    Outcome outcome = judge(locked(2079).serviceLevel(Situation.p99(100, 150, 20, 20)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.file()).isEqualTo("Hot.java");
              assertThat(one.line()).isEqualTo(7);
              assertThat(one.confirmed()).isTrue();
              assertThat(one.message())
                  .isEqualTo(
                      "20.8 % (20.0–21.6 %) of the time of service waits here for locks, first of"
                          + " all in Hot.run (Hot.java:7), 20.8 %.");
            });
    assertThat(judge(locked(2078).serviceLevel(Situation.p99(100, 150, 20, 20))).concerned())
        .isFalse();
  }

  @Test
  void it_is_open_until_a_latency_is_observed_and_no_matter_where_that_is_met() {
    assertThat(judge(locked(5000)).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(locked(5000).serviceLevel(Situation.p99(100, -1, 20, 20))).concerned())
        .isTrue();
    assertThat(judge(locked(5000).serviceLevel(Situation.p99(100, 90, 20, 20))).concerned())
        .isFalse();
  }
}

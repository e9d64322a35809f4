package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

  private static Outcome judge(SampleKind kind, String pattern, long waits) {
    SampleKey wait = new SampleKey(kind, List.of(Situation.IN_HOT), "");
    return new WaitingLines()
        .judge(
            new Situation()
                .patterns(new PatternMatch(pattern, 7, 7, "com.acme.hot.Hot", "run", "find"))
                .cpuSamples(0, 2000)
                .sampled(waits, wait)
                .context());
  }

  /** Each sample stands for 20 ms: 50 of them for a second. */
  @Test
  void names_queries_that_threads_waited_for_however_little_cpu_they_use() {
    Outcome outcome = judge(SampleKind.SOCKET, "query-in-loop", 50);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly("Hot.java:7 (query-in-loop) threads waited 1000.0 ms here.");
    assertThat(outcome.findings())
        .singleElement()
        .matches(finding -> finding.confirmed())
        .matches(finding -> finding.waitedNanos() == 1_000_000_000L && finding.cost() == 0);
  }

  @Test
  void a_lock_that_nobody_waits_for_is_not_named() {
    assertThat(judge(SampleKind.LOCK, "contended-lock", 0).findings()).isEmpty();
    assertThat(judge(SampleKind.LOCK, "contended-lock", 0).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(SampleKind.LOCK, "contended-lock", 1).findings()).hasSize(1);
  }

  @Test
  void waits_of_another_kind_do_not_confirm_it() {
    assertThat(judge(SampleKind.SOCKET, "contended-lock", 50).findings()).isEmpty();
  }

  @Test
  void it_never_decides() {
    assertThat(new WaitingLines().descriptor().role()).isEqualTo(Role.SUPPORTING);
  }
}

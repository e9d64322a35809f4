package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Given;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class LiveSetGrowthTest {

  private static final long MIB = 1 << 20;

  private static Outcome judge(GcSummary gc) {
    return new LiveSetGrowth().judge(new Situation().gc(gc).context());
  }

  /** A full collection a minute, which leaves 100 MiB and so much more than the one before. */
  private static GcSummary growing(int collections, long bytesEach) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int i = 0; i < collections; i++) {
      run.live(LiveBasis.FULL, i * 60 * Given.SECOND, 100 * MIB + i * bytesEach);
    }
    RunHistory history = run.build(1, "G1", collections * 60 * Given.SECOND, 1000 * MIB);
    return GcOf.log("G1").with(GcDetails.builder().runs(GcRuns.of(history)).build());
  }

  @Test
  void warns_if_a_tenth_of_the_limit_was_certainly_added() {
    // Growth is steady, so every slope is the same and the interval has no width: 20 × 5 MiB.
    Outcome outcome = judge(growing(21, 5 * MIB));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "The live set grows by 300.0 MiB an hour, and certainly grew by 100.0 MiB of a limit of"
                + " 1000.0 MiB (97.5 % confidence, 21 points).");
    assertThat(outcome.findings()).extracting(Finding::level).containsExactly(Level.WARNING);
  }

  @Test
  void quiet_if_it_grew_less_or_not() {
    assertThat(judge(growing(21, 4 * MIB)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(growing(21, 0)).findings()).isEmpty();
  }

  @Test
  void unknown_with_too_few_old_collections() {
    assertThat(judge(growing(9, 50 * MIB)).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

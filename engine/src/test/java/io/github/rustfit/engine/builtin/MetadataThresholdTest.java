package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class MetadataThresholdTest {

  private static Outcome judge(GcSummary gc) {
    return new MetadataThreshold().judge(new Situation().gc(gc).context());
  }

  @Test
  void no_from_a_tenth_of_the_pause_time_on_with_the_size_to_set() {
    Metaspace metaspace = new Metaspace(100 << 20, 110 << 20, 0);
    Outcome outcome =
        judge(
            GcOf.cause("G1", "Metadata GC Threshold", 10)
                .with(GcDetails.builder().metaspace(metaspace).build()));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "10 of 100 pauses (10.0 %; 100.0 ms, 10.0 % of the time in pauses) are caused by the"
                + " growth of the metaspace.");
    // 100 MiB in use and a quarter on top, rounded up.
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("-XX:MetaspaceSize=126m (100.0 MiB were in use at most)");
  }

  @Test
  void a_note_below() {
    Outcome outcome = judge(GcOf.cause("G1", "Metadata GC Threshold", 9));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("jcmd <pid> VM.metaspace");
  }

  @Test
  void yes_without() {
    assertThat(judge(GcOf.incident("G1", GcIncident.METADATA_THRESHOLD, 0)).answer())
        .isEqualTo(Answer.YES);
    assertThat(judge(GcOf.incident("G1", GcIncident.METADATA_THRESHOLD, 0)).findings()).isEmpty();
  }

  @Test
  void unknown_when_the_log_does_not_tell_causes() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

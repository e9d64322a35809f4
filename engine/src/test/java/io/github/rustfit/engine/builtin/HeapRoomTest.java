package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

  /** Ten in a thousand requests may miss; pauses of 10 ms use up its slack of 5 ms and hit 4 %. */
  private static final ServiceLevel VISIBLE = Situation.p99(250, 300, 245, 245);

  private static Outcome judge(GcSummary gc) {
    return new HeapRoom().judge(new Situation().serviceLevel(VISIBLE).gc(gc).context());
  }

  private static GcSummary sized(GcSummary gc, long maxHeap, long live) {
    return GcBuilder.from(gc).heap(maxHeap, live).build();
  }

  @Test
  void no_from_three_of_a_hundred_collections_on() {
    Outcome outcome = judge(GcOf.incident("G1", GcIncident.EVACUATION_FAILURE, 3));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo("The heap ran out of room: 3 evacuation failures in 100 collections.");
  }

  @Test
  void a_note_below_and_yes_without() {
    Outcome two = judge(GcOf.incident("Parallel", GcIncident.PROMOTION_FAILURE, 2));
    assertThat(two.answer()).isEqualTo(Answer.YES);
    assertThat(two.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    assertThat(judge(GcOf.incident("G1", GcIncident.EVACUATION_FAILURE, 0)).findings()).isEmpty();
  }

  @Test
  void unknown_when_the_log_would_not_have_told() {
    Outcome outcome = judge(GcOf.log("G1"));
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).first().asString().contains("-Xlog:gc*,safepoint");
  }

  @Test
  void the_remedy_follows_the_live_set() {
    GcSummary failing = GcOf.incident("G1", GcIncident.EVACUATION_FAILURE, 10);

    assertThat(judge(sized(failing, 299L << 20, 100L << 20)).findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .startsWith("Raise -Xmx")
        .contains("(100.0 MiB were live at most, the limit is 299.0 MiB)");
    assertThat(judge(sized(failing, 300L << 20, 100L << 20)).findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .startsWith("The heap is large enough");
  }

  @Test
  void does_not_apply_to_collectors_that_copy_beside_the_application() {
    assertThat(judge(GcOf.log("Generational ZGC")).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void yes_if_pauses_cannot_be_seen_known_or_not() {
    // Pauses of 10 ms against a slack of 40 ms.
    Situation calm = new Situation().serviceLevel(Situation.p99(50, 45, 10, 5));

    assertThat(
            new HeapRoom()
                .judge(calm.gc(GcOf.incident("G1", GcIncident.EVACUATION_FAILURE, 50)).context())
                .answer())
        .isEqualTo(Answer.YES);
    assertThat(new HeapRoom().judge(calm.gc(GcOf.log("G1")).context()).answer())
        .isEqualTo(Answer.YES);
  }

  @Test
  void unknown_without_a_declared_service_level() {
    Outcome outcome =
        new HeapRoom()
            .judge(
                new Situation()
                    .gc(GcOf.incident("G1", GcIncident.EVACUATION_FAILURE, 50))
                    .context());
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.wouldDecide()).first().asString().contains("serviceLevel");
  }
}

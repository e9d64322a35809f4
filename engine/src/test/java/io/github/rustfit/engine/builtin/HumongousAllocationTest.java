package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HumongousAllocationTest {

  private static final String CAUSE = "G1 Humongous Allocation";

  private static Outcome judge(GcSummary gc) {
    return new HumongousAllocation().judge(new Situation().gc(gc).context());
  }

  private static GcDetails regions(long bytes) {
    GcSetup setup =
        new GcSetup(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(List.of(bytes)),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>());
    return GcDetails.builder().setup(setup).build();
  }

  @Test
  void no_from_a_tenth_of_the_pauses_on_with_the_region_size_to_set() {
    Outcome outcome = judge(GcOf.cause("G1", CAUSE, 10).with(regions(1 << 20)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("-XX:G1HeapRegionSize=4m (regions are 1.0 MiB now")
        .contains("from 512.0 KiB on is humongous");
  }

  @Test
  void regions_never_grow_beyond_what_every_jdk_allows() {
    assertThat(judge(GcOf.cause("G1", CAUSE, 10).with(regions(16 << 20))).findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("-XX:G1HeapRegionSize=32m");
    assertThat(judge(GcOf.cause("G1", CAUSE, 10).with(regions(32 << 20))).findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .contains("a larger -XX:G1HeapRegionSize");
  }

  @Test
  void a_note_below_and_yes_without() {
    Outcome few = judge(GcOf.cause("G1", CAUSE, 9));
    assertThat(few.answer()).isEqualTo(Answer.YES);
    assertThat(few.findings()).extracting(Finding::level).containsExactly(Level.NOTE);
    Outcome none = judge(GcOf.incident("G1", GcIncident.HUMONGOUS_ALLOCATION, 0));
    assertThat(none.answer()).isEqualTo(Answer.YES);
    assertThat(none.findings()).isEmpty();
  }

  @Test
  void does_not_apply_to_other_collectors() {
    assertThat(judge(GcOf.log("Parallel")).answer()).isEqualTo(Answer.YES);
    assertThat(judge(GcOf.log("Parallel")).facts().get(0).text()).contains("Only G1");
  }

  @Test
  void unknown_when_the_log_does_not_tell_causes() {
    assertThat(judge(GcOf.log("G1")).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.GcOf;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

class CollectorByDefaultTest {

  private static Outcome judge(GcSummary gc) {
    return new CollectorByDefault().judge(new Situation().gc(gc).context());
  }

  @Test
  void warns_if_the_jvm_saw_a_small_machine() {
    assertThat(judge(GcOf.setup("Serial", GcOf.machine(1, 4096))).facts().get(0).text())
        .isEqualTo(
            "The serial collector runs because the JVM saw 1 processor, not because somebody chose"
                + " it.");
    Outcome memory = judge(GcOf.setup("Serial", GcOf.machine(4, 1024)));
    assertThat(memory.answer()).isEqualTo(Answer.NO);
    assertThat(memory.findings()).hasSize(1);
    assertThat(memory.facts().get(0).text()).contains("1.0 GiB of memory");
  }

  @Test
  void quiet_if_somebody_chose_it_or_another_collector_runs() {
    assertThat(judge(GcOf.setup("Serial", GcOf.machine(1, 512, "-XX:+UseSerialGC"))).answer())
        .isEqualTo(Answer.YES);
    assertThat(judge(GcOf.setup("G1", GcOf.machine(1, 512))).findings()).isEmpty();
  }

  /** JEP 523. */
  @Test
  void quiet_from_jdk_27_on_where_g1_is_the_default_everywhere() {
    GcSummary small = GcOf.setup("Serial", GcOf.machine(1, 4096));
    assertThat(judge(GcBuilder.from(small).versions("26.0.1+8").build()).answer())
        .isEqualTo(Answer.NO);
    assertThat(judge(GcBuilder.from(small).versions("27.0.1+8").build()).answer())
        .isEqualTo(Answer.YES);
  }

  @Test
  void unknown_if_the_log_does_not_tell_the_machine() {
    assertThat(judge(GcOf.log("Serial")).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

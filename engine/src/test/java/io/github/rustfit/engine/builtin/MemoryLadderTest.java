package io.github.rustfit.engine.builtin;

import static io.github.rustfit.engine.builtin.Small.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.GcBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryLadderTest {

  private static Outcome judge(Targets targets, GcSummary gc, String... options) {
    return new MemoryLadder().judge(Small.situation(targets, options).gc(gc).context());
  }

  /** Three times the 20 MiB that are live. */
  @Test
  void the_heap_comes_first() {
    Outcome outcome = judge(Small.memory(128), Small.heap("G1", 1024 * MIB, 20 * MIB));
    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .contains(
            "Not tried yet: a heap sized to what is live; the heap may grow to 1.0 GiB, and at"
                + " most 20.0 MiB were live.");
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .singleElement()
        .asString()
        .startsWith("Set -Xmx60m, 3 times what is live");
  }

  /** A heap of 60 MiB is 3 times the live set. */
  @ParameterizedTest
  @CsvSource({
    "G1, '', the serial collector",
    "Serial, '', compact object headers",
    "Serial, -XX:+UseCompactObjectHeaders, the first compiler alone",
    "Serial, '-XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1', a native image"
  })
  void then_the_others_in_their_order(String collector, String options, String next) {
    GcSummary sized = Small.heap(collector, 60 * MIB, 20 * MIB);
    Outcome outcome = judge(Small.memory(128), sized, options.split(" "));
    assertThat(outcome.facts().get(0).text()).contains("Not tried yet: " + next);
  }

  /** JEP 534: with JDK 27 compact object headers are the default, and with 21 there are none. */
  @ParameterizedTest
  @CsvSource({"27.0.1+5, the first compiler alone", "21.0.4+7, compact object headers"})
  void what_the_jdk_does_by_itself_is_not_asked_for(String version, String next) {
    GcSummary sized = Small.heap("Serial", 60 * MIB, 20 * MIB);
    GcSummary of =
        new GcSummary(
            new GcSummary.Jvms(sized.collectors(), new java.util.TreeSet<>(Set.of(version))),
            sized.time(),
            sized.pauses(),
            sized.causes(),
            sized.count(),
            sized.allocation(),
            sized.gcCpu(),
            sized.heap(),
            sized.details());
    assertThat(judge(Small.memory(128), of).facts().get(0).text())
        .contains("Not tried yet: " + next);
  }

  @Test
  void it_is_exhausted_when_the_rest_is_declared_as_tried() {
    Targets tried =
        Small.memory(128)
            .after(Set.of(Remedy.COMPACT_HEADERS, Remedy.FIRST_TIER, Remedy.NATIVE_IMAGE));
    GcSummary sized = Small.heap("Serial", 60 * MIB, 20 * MIB);
    assertThat(judge(tried, sized).answer()).isEqualTo(Answer.YES);
  }

  /** Neither the heap's limit nor the collector is known, and nothing else is open. */
  @Test
  void what_nobody_knows_is_asked_for() {
    Targets tried =
        Small.memory(128)
            .after(Set.of(Remedy.COMPACT_HEADERS, Remedy.FIRST_TIER, Remedy.NATIVE_IMAGE));
    Outcome outcome = judge(tried, GcSummary.EMPTY);
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("targets.tried");
    assertThat(judge(Targets.NONE, GcSummary.EMPTY).concerned()).isFalse();
    assertThat(GcBuilder.gc().build().collectors()).isEmpty();
  }
}

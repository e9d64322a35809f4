package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of 100 s in which the process used 100 CPU seconds. */
class ThroughputCollectorTest {

  private static Tally seconds(double amount) {
    return new Tally(Math.round(amount * SECOND), 100 * SECOND);
  }

  private static SamplingFacts threads(double seconds) {
    return new SamplingFacts(
        seconds(seconds),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Outcome judge(String collector, double collectorSeconds, double threadSeconds) {
    return new ThroughputCollector()
        .judge(
            new Situation()
                .cpuSamples(500, 1500)
                .recording(
                    profile ->
                        processCpu(profile, seconds(100), seconds(0))
                            .with(RecordingFacts.EMPTY.with(threads(threadSeconds))))
                .gc(gcCpu(gc(collector, 100, 20, MILLI), seconds(collectorSeconds)))
                .context());
  }

  @Test
  void no_if_it_prints_a_tenth_of_the_cpu() {
    Outcome outcome = judge("G1", 10, 90);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly("G1 takes at least 10.0 % of the CPU.");
    assertThat(outcome.findings().get(0).cost()).isEqualTo(0.1, within(1e-9));
    assertThat(outcome.findings())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("-XX:+UseParallelGC");
  }

  /** 100 − 50 CPU seconds are of no Java thread, and the log tells of 2 of them. */
  @Test
  void unknown_but_said_if_it_may_take_as_much_beside_the_application() {
    Outcome outcome = judge("G1", 2, 50);

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.WARNING);
              assertThat(finding.message()).contains("50.0 %", "2.0 %");
              // What may be the collector's is no cost that was measured.
              assertThat(finding.cost()).isZero();
              assertThat(finding.remedy()).contains("-XX:+UseParallelGC");
            });
  }

  @Test
  void yes_if_it_takes_less_or_works_in_pauses_only() {
    assertThat(judge("G1", 2, 95).answer()).isEqualTo(Answer.YES);
    assertThat(judge("Parallel", 40, 60).answer()).isEqualTo(Answer.YES);
    assertThat(judge("Serial", 40, 60).answer()).isEqualTo(Answer.YES);
  }

  /**
   * Of threads that live shorter than the period of jdk.ThreadCPULoad no event tells: 20 CPU
   * seconds by these, but 4,750 samples of 20 ms are 95 of the 100.
   */
  @Test
  void threads_too_short_for_the_events_of_their_cpu_are_counted_by_their_samples() {
    Outcome outcome =
        new ThroughputCollector()
            .judge(
                new Situation()
                    .recordedSeconds(100)
                    .cpuSamples(250, 4500)
                    .recording(
                        profile ->
                            processCpu(profile, seconds(100), seconds(0))
                                .with(RecordingFacts.EMPTY.with(threads(20))))
                    .gc(gcCpu(gc("G1", 100, 20, MILLI), seconds(2)))
                    .context());

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).isEmpty();
  }

  private static Outcome judgeUnderTarget(String collector, long pauseNanos) {
    return new ThroughputCollector()
        .judge(
            new Situation()
                .cpuSamples(500, 1500)
                .serviceLevel(Situation.p99(60, 90, 10, 5))
                .recording(
                    profile ->
                        processCpu(profile, seconds(100), seconds(0))
                            .with(RecordingFacts.EMPTY.with(threads(70))))
                .gc(gcCpu(gc(collector, 100, 200, pauseNanos), seconds(20)))
                .context());
  }

  /** Who promised a latency and runs ZGC for it is not sent to longer pauses. */
  @Test
  void a_low_pause_collector_may_cost_what_a_promised_latency_takes() {
    Outcome outcome = judgeUnderTarget("ZGC", 1000);

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.NOTE);
              assertThat(finding.remedy()).startsWith("Only if CPU hurts more than latency");
            });
  }

  /**
   * Whether its short pauses are needed tells nobody then; other targets tell that they are not.
   */
  @Test
  void what_a_low_pause_collector_costs_is_unknown_as_long_as_nothing_is_promised() {
    Outcome outcome = judge("ZGC", 20, 70);

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("serviceLevel");
    assertThat(outcome.findings())
        .singleElement()
        .extracting(Finding::level)
        .isEqualTo(Level.WARNING);
  }

  @Test
  void where_pauses_are_the_pain_a_collector_of_longer_ones_comes_second() {
    Outcome outcome = judgeUnderTarget("G1", 80 * MILLI);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings().get(0).remedy())
        .startsWith("Only if CPU hurts more than latency");
    assertThat(judge("G1", 20, 70).findings().get(0).remedy()).startsWith("Run the same load once");
  }

  @Test
  void unknown_without_the_collectors_cpu() {
    Outcome outcome =
        new ThroughputCollector().judge(new Situation().gc(gc("G1", 100, 20, MILLI)).context());

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("jdk.CPULoad");
  }
}

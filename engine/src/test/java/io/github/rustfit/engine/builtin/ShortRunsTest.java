package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShortRunsTest {

  /** A log of this many runs, together 600 s long. */
  private static GcSummary runs(int count) {
    List<RunHistory> kept = new ArrayList<>();
    for (int i = 1; i <= Math.min(count, GcRuns.MOST); i++) {
      kept.add(new RunHistory.Builder().build(i, "Serial", SECOND, 0));
    }
    return gc("Serial", 600, 10, MILLI)
        .with(GcDetails.builder().runs(new GcRuns(count, kept)).build());
  }

  /** What is compiled in the last quarter is the same part of the CPU as before. */
  private static Outcome judge(GcSummary gc, Tally compiler) {
    return judge(gc, compiler, compiler, Targets.NONE);
  }

  /** 100 s of CPU in 600 s, as well in the last quarter. */
  private static Outcome judge(GcSummary gc, Tally compiler, Tally late, Targets targets) {
    Tally process = new Tally(100 * SECOND, 600 * SECOND);
    ProcessFacts end =
        new ProcessFacts(0, 0, 0, process, late, false, new TreeSet<>(), NativeFacts.UNKNOWN);
    return new ShortRuns()
        .judge(
            new Situation()
                .gc(gc)
                .targets(targets)
                .recording(
                    profile ->
                        processCpu(profile, process, compiler).with(RecordingFacts.EMPTY.with(end)))
                .context());
  }

  @Test
  void no_when_short_runs_compile_a_quarter_of_their_cpu() {
    // 600 s in 200 runs are 3 s; 25 s of 100 s are a quarter
    Outcome outcome = judge(runs(200), new Tally(25 * SECOND, 600 * SECOND));
    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "Start-up dominates: a run takes 3 s on average, and compiling takes 25.0 % of the"
                + " CPU, and in the last quarter of a run 25.0 %.");
    assertThat(outcome.findings()).extracting(Finding::remedy).first().asString().contains("AOT");
  }

  /** The very runs that start-up dominates, but of a test runner's JVMs. */
  @Test
  void a_recording_of_tests_advises_nothing() {
    RecordingFacts tests =
        new RecordingFacts(
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            Map.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(List.of(Launcher.TESTS)),
            new TreeSet<>(),
            SamplingFacts.EMPTY,
            ProcessFacts.UNKNOWN,
            ThreadSamples.EMPTY);
    Tally process = new Tally(100 * SECOND, 600 * SECOND);
    Outcome outcome =
        new ShortRuns()
            .judge(
                new Situation()
                    .gc(runs(200))
                    .recording(
                        profile ->
                            processCpu(profile, process, new Tally(25 * SECOND, 600 * SECOND))
                                .with(tests))
                    .context());
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void yes_when_runs_are_long_or_compiling_is_little() {
    assertThat(judge(runs(200), new Tally(24 * SECOND, 600 * SECOND)).answer())
        .isEqualTo(Answer.YES);
    assertThat(judge(runs(2), new Tally(90 * SECOND, 600 * SECOND)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(runs(1), Tally.UNKNOWN).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void unknown_when_what_is_known_could_go_either_way() {
    assertThat(judge(runs(200), Tally.UNKNOWN).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(GcSummary.EMPTY, new Tally(90 * SECOND, 600 * SECOND)).answer())
        .isEqualTo(Answer.UNKNOWN);
    assertThat(judge(GcSummary.EMPTY, Tally.UNKNOWN).answer()).isEqualTo(Answer.UNKNOWN);
  }

  /** 1 s of 100 s of CPU at the end, as 25 s over all. */
  @Test
  void compiling_that_has_died_down_by_the_end_is_no_start_that_dominates() {
    Tally much = new Tally(25 * SECOND, 600 * SECOND);
    Outcome outcome = judge(runs(200), much, new Tally(SECOND, 600 * SECOND), Targets.NONE);
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Start-up does not dominate: a run takes 3 s on average, and compiling takes 25.0 % of"
                + " the CPU, and has died down to 1.0 % in the last quarter of a run.");
    Tally less = new Tally(10 * SECOND, 600 * SECOND);
    assertThat(judge(runs(200), much, less, Targets.NONE).answer()).isEqualTo(Answer.NO);
    assertThat(judge(runs(200), much, Tally.UNKNOWN, Targets.NONE).answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void what_is_declared_to_run_on_settles_only_what_is_open() {
    Targets runsOn =
        new Targets(Optional.empty(), Optional.empty(), Optional.of(true), new TreeSet<>());
    Tally much = new Tally(25 * SECOND, 600 * SECOND);
    assertThat(judge(GcSummary.EMPTY, much, much, runsOn).answer()).isEqualTo(Answer.YES);
    assertThat(judge(runs(200), much, much, runsOn).answer()).isEqualTo(Answer.NO);
  }

  /** 299 s, a quarter of them compiling, and stopped for the recording. */
  @Test
  void one_short_run_of_what_is_declared_to_run_on_is_its_start() {
    Targets runsOn =
        new Targets(Optional.empty(), Optional.empty(), Optional.of(true), new TreeSet<>());
    Tally much = new Tally(25 * SECOND, 600 * SECOND);
    GcSummary one =
        gc("Serial", 299, 10, MILLI)
            .with(
                GcDetails.builder()
                    .runs(
                        new GcRuns(
                            1, List.of(new RunHistory.Builder().build(1, "Serial", SECOND, 0))))
                    .build());

    Outcome outcome = judge(one, much, much, runsOn);
    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .containsExactly(
            "The program is declared to be started once and to run on.",
            "What was recorded of it is its start: the run took 299 s, and compiling takes 25.0 % of"
                + " the CPU, and in the last quarter of a run 25.0 %.");
    Outcome undeclared = judge(one, much, much, Targets.NONE);
    assertThat(undeclared.answer()).isEqualTo(Answer.NO);
    assertThat(undeclared.findings())
        .extracting(Finding::remedy)
        .first()
        .asString()
        .endsWith("record for five minutes and declare targets.longLived: true.");
  }
}

package io.github.rustfit.engine.runs;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What counts as a run, by hand. */
class RecordedRunsTest {

  private static ProfileSummary recording(int samples, String... jvms) {
    return profile(60, samples(samples, cpu(Situation.IN_HOT)))
        .with(
            new RecordingFacts(
                Tally.UNKNOWN,
                Tally.UNKNOWN,
                Tally.UNKNOWN,
                Map.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of(jvms)),
                SamplingFacts.EMPTY,
                ProcessFacts.UNKNOWN,
                ThreadSamples.EMPTY));
  }

  private static RecordedRuns runs(
      Map<String, ProfileSummary> profiles,
      Map<String, GcSummary> logs,
      Map<String, GcSummary> recorded) {
    return RecordedRuns.of(
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(profiles),
            new TreeMap<>(logs),
            Collections.emptySortedMap(),
            new TreeMap<>(recorded),
            new TreeSet<>(),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap()));
  }

  private static List<Long> counted(RecordedRuns runs) {
    return runs.profiles().stream().map(one -> one.total(SampleKind.CPU).samples()).toList();
  }

  @Test
  void each_recording_is_a_run_and_those_of_one_jvm_are_one_together() {
    RecordedRuns runs =
        runs(
            Map.of(
                "a", recording(1, "x"),
                "b", recording(2, "y"),
                "c", recording(4, "x"),
                "d", recording(8),
                "e", recording(16)),
            Map.of(),
            Map.of(
                "a", gc("G1", 60, 1, MILLI),
                "b", gc("G1", 60, 2, MILLI),
                "c", gc("G1", 60, 4, MILLI)));

    assertThat(counted(runs)).containsExactly(5L, 2L, 8L, 16L);
    assertThat(runs.recorded()).extracting(one -> one.pauses().count()).containsExactly(5L, 2L);
    assertThat(runs.count()).isEqualTo(4);
  }

  /** A recording of two JVMs joins the runs of both. */
  @Test
  void what_two_runs_have_in_common_makes_them_one() {
    assertThat(
            counted(
                runs(
                    Map.of(
                        "a", recording(1, "x"),
                        "b", recording(2, "y"),
                        "c", recording(4, "x", "y"),
                        "d", recording(8, "z")),
                    Map.of(),
                    Map.of())))
        .containsExactly(7L, 8L);
  }

  @Test
  void a_capture_counts_calls_beside_a_recording_and_is_no_run() {
    SamplingFacts none = SamplingFacts.EMPTY;
    ProfileSummary capture =
        ProfileSummary.EMPTY.with(
            RecordingFacts.EMPTY.with(
                new SamplingFacts(
                    none.threadCpu(),
                    none.assumed(),
                    none.leftOut(),
                    none.chunks(),
                    none.unread(),
                    new TreeMap<>(Map.of("a.B.c()V", MethodCalls.timed(1, 0, 0).over(5))),
                    none.labels())));
    assertThat(counted(runs(Map.of("a", recording(1, "x"), "b", capture), Map.of(), Map.of())))
        .containsExactly(1L);
  }

  @Test
  void without_recordings_each_log_is_a_run() {
    RecordedRuns runs =
        runs(
            Map.of(),
            Map.of("a", gc("G1", 60, 10, MILLI), "b", gc("G1", 60, 20, 2 * MILLI)),
            Map.of());

    assertThat(runs.count()).isEqualTo(2);
    assertThat(runs.logs()).extracting(one -> one.pauses().count()).containsExactly(10L, 20L);
  }
}

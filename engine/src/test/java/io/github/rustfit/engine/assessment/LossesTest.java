package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LossesTest {

  private static List<String> problems(Tally bytes, Tally samples) {
    RecordingFacts facts =
        new RecordingFacts(
            Tally.UNKNOWN,
            bytes,
            samples,
            Map.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            SamplingFacts.EMPTY,
            ProcessFacts.UNKNOWN,
            ThreadSamples.EMPTY);
    Evidence evidence =
        new Evidence(
            new TreeSet<>(
                List.of(
                    new Input(
                        "rustfit/load.jfr",
                        "jfr",
                        "aa",
                        Input.Status.READ,
                        "",
                        LineCounts.NONE,
                        Labels.NONE),
                    new Input(
                        "rustfit/other.jfr",
                        "jfr",
                        "bb",
                        Input.Status.READ,
                        "",
                        LineCounts.NONE,
                        Labels.NONE))),
            new TreeMap<>(
                Map.of("aa", ProfileSummary.EMPTY.with(facts), "bb", ProfileSummary.EMPTY)),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return Losses.problems(evidence).stream().map(Problem::text).toList();
  }

  @Test
  void a_recording_that_lost_events_says_so_and_what_that_means() {
    assertThat(problems(new Tally(3 << 19, 1_000), new Tally(1_200, 1_000)))
        .containsExactly(
            "rustfit/load.jfr: The recording lost 1.5 MiB of events (jdk.DataLoss): counts and sums"
                + " from it are lower bounds. Record with larger buffers, e.g."
                + " -XX:FlightRecorderOptions=memorysize=50m, or with fewer events.",
            "rustfit/load.jfr: The recording lost 1,200 CPU samples (jdk.CPUTimeSamplesLost):"
                + " counts and sums from it are lower bounds. Record jdk.CPUTimeSample with a"
                + " longer period (throttle) than this recording's.");
  }

  @Test
  void no_loss_and_no_news_of_losses_are_no_problem() {
    assertThat(problems(new Tally(0, 1_000), Tally.UNKNOWN)).isEmpty();
  }
}

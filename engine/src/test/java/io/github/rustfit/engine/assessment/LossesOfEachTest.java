package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Of two recordings the second one, {@code b.jfr}, lacks something; 1,000 samples of 20 ms each.
 */
class LossesOfEachTest {

  private static final ProfileSummary WHOLE =
      profile(60, samples(1_000, cpu(frame("a.B", "run", 1))));

  private static SamplingFacts sampling(Set<SampleKind> assumed, Map<String, Long> unread) {
    return new SamplingFacts(
        Tally.UNKNOWN,
        new TreeSet<>(assumed),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(unread),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Evidence beside(ProfileSummary second) {
    return new Evidence(
        new TreeSet<>(
            List.of(
                new Input(
                    "a.jfr", "jfr", "aa", Input.Status.READ, "", LineCounts.NONE, Labels.NONE),
                new Input(
                    "b.jfr", "jfr", "bb", Input.Status.READ, "", LineCounts.NONE, Labels.NONE))),
        new TreeMap<>(Map.of("aa", WHOLE, "bb", second)),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(Set.of(Situation.HOT)),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static List<String> problems(ProfileSummary second) {
    return Losses.problems(beside(second)).stream().map(Problem::text).toList();
  }

  private static ProfileSummary with(SamplingFacts sampling) {
    return WHOLE.with(RecordingFacts.EMPTY.with(sampling));
  }

  /** 1,000 samples of 20,000,000 ns each. */
  @Test
  void what_a_sample_is_assumed_to_stand_for_is_said() {
    assertThat(problems(with(sampling(Set.of(SampleKind.CPU, SampleKind.ALLOCATION), Map.of()))))
        .containsExactly(
            "b.jfr: The recording does not say what a CPU sample stands for; 20,000,000 ns are"
                + " assumed. Shares do not depend on it, sums and rates do. Keep jdk.ActiveSetting"
                + " when a recording is scrubbed, or record in a format that says the period, such"
                + " as JFR.");
  }

  @Test
  void events_that_were_not_understood_are_counted_by_name() {
    assertThat(problems(with(sampling(Set.of(), Map.of("x.First", 1_500L, "x.Second", 1L)))))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("b.jfr: The recording holds 1,500 events x.First, which are not understood");
    assertThat(problems(WHOLE)).isEmpty();
  }

  /** 1,000 samples of 20 ms are 20 s of CPU; 50 s a minute are 2,500 samples: 40 % of them. */
  @Test
  void a_recording_that_lost_samples_is_told_beside_one_that_did_not() {
    ProfileSummary lossy =
        WHOLE.with(
            RecordingFacts.EMPTY.with(
                new SamplingFacts(
                    new Tally(50_000_000_000L, 60_000_000_000L),
                    new TreeSet<>(),
                    new TreeMap<>(),
                    new TreeSet<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>())));
    assertThat(problems(lossy))
        .singleElement()
        .asString()
        .startsWith(
            "b.jfr: The recording has 1,000 CPU samples for 50 s of CPU time of the application's"
                + " threads, 20 a second where 50 are due");
  }

  @Test
  void an_assessment_tells_them() {
    Evidence evidence = beside(with(sampling(Set.of(), Map.of("x.First", 3L))));

    assertThat(
            new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of()))
                .assess(evidence)
                .problems())
        .extracting(Problem::where)
        .contains("b.jfr");
  }
}

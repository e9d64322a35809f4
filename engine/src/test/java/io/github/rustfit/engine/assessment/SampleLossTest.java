package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Figures of a real program on JDK 17 that hashes: {@code jdk.ThreadCPULoad} has 77.3 s of CPU in
 * 321.6 s and 0.2 s of the compilers, {@code jdk.ExecutionSample} every 10 ms has 974 samples in
 * 331.8 s. So 0.2398 × 331.8 s = 79.6 s were used, which are 7,957 samples: 974 are 12.2 %.
 */
class SampleLossTest {

  private static final long MS = 1_000_000;

  private static ProfileSummary recording(long samples, Tally threads) {
    return recording(
        threads,
        Map.of(
            new SampleKey(SampleKind.CPU, List.of(new Frame("a.B", "c", 1)), ""),
            Weight.of(samples, 10 * MS)));
  }

  private static ProfileSummary recording(Tally threads, Map<SampleKey, Weight> samples) {
    SamplingFacts sampling =
        new SamplingFacts(
            threads,
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<String, MethodCalls>(),
            new TreeMap<>());
    return new ProfileSummary(
        331_788 * MS,
        Map.of(SampleKind.CPU, 331_788 * MS),
        samples,
        new Tally(81_150 * MS, 330_308 * MS),
        new Tally(217 * MS, 321_578 * MS),
        new TreeSet<>(),
        new TreeSet<>(List.of(2)),
        RecordingFacts.EMPTY.with(sampling));
  }

  private static List<String> problems(ProfileSummary recording) {
    SortedSet<Input> inputs =
        new TreeSet<>(
            List.of(
                new Input(
                    "app.jfr", "jfr", "aa", Input.Status.READ, "", LineCounts.NONE, Labels.NONE)));
    return Losses.problems(
            new Evidence(
                inputs,
                new TreeMap<>(Map.of("aa", recording)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                RepositoryEvidence.EMPTY,
                Collections.emptySortedMap()))
        .stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void samples_that_are_missing_are_said_with_what_is_due() {
    ProfileSummary lossy = recording(974, new Tally(77_344 * MS, 321_578 * MS));
    SampleRate rate = SampleRate.of(lossy).orElseThrow();
    assertThat(rate.ratio()).isBetween(0.122, 0.123);
    assertThat(problems(lossy))
        .singleElement()
        .asString()
        .contains("974 CPU samples for 80 s", "12 a second where 100 are due");
  }

  /**
   * 487 of the 974 are of app/hot, of 7,957 that are due: it has between 487 / 7,957 = 6.1 % and
   * (487 + 6,983) / 7,957 = 93.9 % of all, and chance makes that a little wider.
   */
  @Test
  void whose_the_lost_samples_are_nobody_knows() {
    Set<SourceFile> sources = Set.of(Situation.HOT, Situation.REST);
    Components components = Components.of(sources, List.of());
    Attribution attribution =
        Attribution.of(
            recording(
                new Tally(77_344 * MS, 321_578 * MS),
                Map.of(
                    new SampleKey(SampleKind.CPU, List.of(Situation.IN_HOT), ""),
                    Weight.of(487, 10 * MS),
                    new SampleKey(SampleKind.CPU, List.of(Situation.IN_REST), ""),
                    Weight.of(487, 10 * MS))),
            sources,
            components);
    for (Component component : components.all()) {
      Share share = attribution.share(component, SampleKind.CPU);
      assertThat(share.value()).isEqualTo(0.5);
      assertThat(share.low()).isBetween(0.055, 0.061);
      assertThat(share.high()).isBetween(0.939, 0.945);
    }
    assertThat(attribution.lost(SampleKind.ALLOCATION)).isZero();
  }

  @Test
  void a_recording_with_all_its_samples_is_none() {
    assertThat(problems(recording(7_500, new Tally(77_344 * MS, 321_578 * MS)))).isEmpty();
  }

  @Test
  void without_the_cpu_of_threads_nothing_is_said() {
    assertThat(SampleRate.of(recording(974, Tally.UNKNOWN))).isEmpty();
  }
}

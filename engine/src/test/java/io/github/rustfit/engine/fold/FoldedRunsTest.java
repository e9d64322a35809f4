package io.github.rustfit.engine.fold;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.runs.RecordedRuns;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much runs differ is still known when they are summed into 32: by simulation, beside the
 * standard error that all runs give one by one.
 */
class FoldedRunsTest {

  private static final int RUNS = 640;
  private static final int SAMPLES = 500;
  private static final int TIMES = 40;

  private static final SampleKey OWN = key("own");
  private static final SampleKey OTHER = key("other");

  private static SampleKey key(String method) {
    return new SampleKey(SampleKind.CPU, List.of(frame("a.A", method, 1)), "");
  }

  /** A share of 30 % in the mean that differs from run to run by 5 points, beside the sampling. */
  private static Evidence runs(Random random) {
    TreeMap<String, ProfileSummary> profiles = new TreeMap<>();
    for (int i = 0; i < RUNS; i++) {
      double share = Math.max(0, Math.min(1, 0.3 + 0.05 * random.nextGaussian()));
      int own = 0;
      for (int j = 0; j < SAMPLES; j++) {
        own += random.nextDouble() < share ? 1 : 0;
      }
      Map<SampleKey, Weight> samples =
          Map.of(OWN, Weight.of(own, 1000), OTHER, Weight.of(SAMPLES - own, 1000));
      profiles.put(
          Long.toHexString(random.nextLong()) + i, ProfileSummary.ofSamples(SECOND, samples));
    }
    return new Evidence(
        Collections.emptySortedSet(),
        profiles,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static double error(Collection<ProfileSummary> runs) {
    double[] shares =
        runs.stream()
            .mapToDouble(
                run ->
                    (double) run.samples().getOrDefault(OWN, Weight.ZERO).amount()
                        / run.total(SampleKind.CPU).amount())
            .toArray();
    double mean = Arrays.stream(shares).average().orElse(0);
    double squares = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (shares.length - 1) / shares.length);
  }

  /**
   * A standard deviation of 32 values deviates by 1/√62, which is 13 %; its mean over 40 draws by 2
   * %. Were runs of one sum alike, or sums unlike in more than their runs, it would be far off.
   */
  @Test
  void the_standard_error_of_the_sums_is_that_of_the_runs() {
    Random random = new Random(20);
    double ratios = 0;
    for (int i = 0; i < TIMES; i++) {
      Evidence runs = runs(random);
      Folder folder = new Folder(FoldRule.DEFAULT);
      folder.add(runs);
      RecordedRuns folded = RecordedRuns.of(folder.evidence());
      assertThat(folded.count()).isEqualTo(32);
      ratios += error(folded.profiles()) / error(RecordedRuns.of(runs).profiles());
    }
    assertThat(ratios / TIMES).isEqualTo(1, within(0.08));
  }
}

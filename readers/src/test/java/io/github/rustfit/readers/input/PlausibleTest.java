package io.github.rustfit.readers.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlausibleTest {

  private static final long SECOND = 1_000_000_000;

  private static Reading reading(long cpuSeconds, Integer... cores) {
    Map<SampleKind, Long> observed =
        Map.of(SampleKind.CPU, 10 * SECOND, SampleKind.WALL, 10 * SECOND);
    Map<SampleKey, Weight> samples =
        Map.of(
            new SampleKey(SampleKind.CPU, List.of(), ""),
            Weight.of(cpuSeconds * 100, SECOND / 100),
            new SampleKey(SampleKind.WALL, List.of(), ""),
            Weight.of(7, SECOND));
    return Reading.read(
        new ProfileSummary(
            10 * SECOND,
            observed,
            samples,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            new TreeSet<>(),
            new TreeSet<>(List.of(cores)),
            RecordingFacts.EMPTY),
        GcSummary.EMPTY);
  }

  /** Two hardware threads have 20 s of CPU time in 10 s. */
  @Test
  void more_cpu_time_than_there_was_is_no_figure_but_a_problem() {
    Reading checked = Plausible.checked(reading(45, 2));
    assertThat(checked.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(checked.problem())
        .contains("45.0 s of CPU time", "2 hardware threads", "20.0 s in the 10.0 s", "Record CPU");
    assertThat(checked.profile().recorded(SampleKind.CPU)).isFalse();
    assertThat(checked.profile().total(SampleKind.WALL).samples()).isEqualTo(7);
  }

  @Test
  void what_can_be_is_left_alone() {
    assertThat(Plausible.checked(reading(20, 2))).isEqualTo(reading(20, 2));
    assertThat(Plausible.checked(reading(45))).isEqualTo(reading(45));
  }

  /** No machine has so many: 8,192 hardware threads have 81,920 s in 10 s. */
  @Test
  void without_a_number_of_cores_the_largest_machine_is_the_bound() {
    assertThat(Plausible.checked(reading(200_000)).status()).isEqualTo(Input.Status.PARTIAL);
  }
}

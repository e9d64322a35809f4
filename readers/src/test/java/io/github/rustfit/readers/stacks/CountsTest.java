package io.github.rustfit.readers.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountsTest {

  private static Counts of(LongStream numbers) {
    Counts counts = new Counts();
    numbers.forEach(counts::add);
    return counts;
  }

  @Test
  void small_numbers_are_samples_of_the_default_period() {
    Counts counts = of(LongStream.rangeClosed(1, 50));
    assertThat(counts.weight(SampleKind.CPU, 3)).isEqualTo(Weight.of(3, 10_000_000));
    assertThat(counts.weight(SampleKind.WALL, 3)).isEqualTo(Weight.of(3, 50_000_000));
    assertThat(counts.weight(SampleKind.ALLOCATION, 3)).isEqualTo(Weight.of(3, 524_287));
  }

  @Test
  void multiples_of_a_period_are_nanoseconds() {
    Counts counts = of(LongStream.rangeClosed(1, 50).map(n -> n * 5_000_000));
    assertThat(counts.weight(SampleKind.CPU, 15_000_000)).isEqualTo(Weight.of(3, 5_000_000));
  }

  @Test
  void other_large_numbers_are_totals_of_one_sample_each_so_that_certainty_is_not_invented() {
    Counts times = of(LongStream.rangeClosed(1, 50).map(n -> n * 5_000_000 + n % 2));
    assertThat(times.weight(SampleKind.CPU, 15_000_001)).isEqualTo(Weight.of(15_000_001));
    Counts bytes = of(LongStream.rangeClosed(1, 50).map(n -> n * 131_072));
    assertThat(bytes.weight(SampleKind.ALLOCATION, 131_072)).isEqualTo(Weight.of(131_072));
  }

  @Test
  void more_samples_than_any_recording_holds_are_none() {
    Counts counts = of(LongStream.of(1, 999_999_999_999_999_999L));
    assertThat(counts.weight(SampleKind.CPU, 999_999_999_999_999_999L).samples()).isEqualTo(1);
  }

  @Test
  void nothing_weighs_nothing() {
    Counts counts = of(LongStream.of(0, -1));
    assertThat(counts.weight(SampleKind.CPU, 0)).isEqualTo(Weight.ZERO);
    assertThat(counts.weight(SampleKind.CPU, -1)).isEqualTo(Weight.ZERO);
  }
}

package io.github.rustfit.rules.evidence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Kish's effective sample size (Σw)²/Σw² in cases that have a closed form. */
class WeightTest {

  private static final long MIB = 1 << 20;

  @Test
  void equal_samples_are_worth_their_number() {
    assertThat(Weight.of(1000, MIB).effectiveSamples()).isEqualTo(1000);
    assertThat(Weight.of(1000, 20_000_000).effectiveSamples()).isEqualTo(1000);
    assertThat(Weight.of(1_000_000, 20_000_000).effectiveSamples()).isEqualTo(1_000_000);
  }

  /** (1·100 + 100·1)² / (1·100² + 100·1²) = 40000/10100 = 3.96. */
  @Test
  void one_sample_as_heavy_as_a_hundred_leaves_four() {
    Weight weight = Weight.of(1, 100 * MIB).merge(Weight.of(100, MIB));

    assertThat(weight.samples()).isEqualTo(101);
    assertThat(weight.amount()).isEqualTo(200 * MIB);
    assertThat(weight.effectiveSamples()).isEqualTo(4);
  }

  /** Weights 1 to n: (n(n+1)/2)² / (n(n+1)(2n+1)/6) = 3n(n+1)/(2(2n+1)), 75.37 for n = 100. */
  @Test
  void weights_from_1_to_100_are_worth_75_samples() {
    Weight sum = Weight.ZERO;
    for (int i = 1; i <= 100; i++) {
      sum = sum.merge(Weight.of(i * MIB));
    }
    assertThat(sum.effectiveSamples()).isEqualTo(75);
  }

  @Test
  void one_sample_is_worth_one_and_none_nothing() {
    assertThat(Weight.of(1).effectiveSamples()).isEqualTo(1);
    assertThat(Weight.of(0).effectiveSamples()).isEqualTo(1);
    assertThat(Weight.ZERO.effectiveSamples()).isZero();
    assertThat(Weight.of(0, 5)).isEqualTo(Weight.ZERO);
  }

  /** 10⁵ samples of 1,500 bytes: 2,250,000/1024² = 2.15, rounded up to 3; 0.715·10⁵ remain. */
  @Test
  void tiny_samples_count_as_fewer_never_as_more() {
    assertThat(Weight.of(100_000, 1500).effectiveSamples()).isBetween(71_000L, 72_000L);
  }

  @Property
  void so_many_at_once_equal_so_many_one_by_one(
      @ForAll @LongRange(min = 0, max = 20) long count,
      @ForAll @LongRange(min = 0, max = 1L << 40) long amount) {
    Weight sum = Weight.ZERO;
    for (long i = 0; i < count; i++) {
      sum = sum.merge(Weight.of(amount));
    }
    assertThat(Weight.of(count, amount)).isEqualTo(sum);
  }

  @Test
  void huge_sums_stay_at_the_largest_long() {
    Weight huge = Weight.of(Long.MAX_VALUE);

    assertThat(huge.merge(huge)).isEqualTo(new Weight(2, Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(Weight.of(1L << 42).squares()).isEqualTo(Long.MAX_VALUE);
    assertThat(Weight.of(1L << 41).squares()).isEqualTo(1L << 62);
  }

  @Test
  void negative_weights_are_refused() {
    assertThatThrownBy(() -> Weight.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Weight(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.github.rustfit.rules.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Examples of Newcombe (1998), table II, method 10, which gives four decimals. */
class ShareDifferenceTest {

  private static ShareDifference difference(long part1, long whole1, long part2, long whole2) {
    return ShareDifference.of(Share.wilson(part2, whole2), Share.wilson(part1, whole1));
  }

  @Test
  void equals_the_published_examples() {
    ShareDifference a = difference(56, 70, 48, 80);
    assertThat(a.value()).isCloseTo(0.2, within(1e-12));
    assertThat(a.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(a.high()).isCloseTo(0.3339, within(5e-5));

    ShareDifference b = difference(9, 10, 3, 10);
    assertThat(b.low()).isCloseTo(0.1705, within(5e-5));
    assertThat(b.high()).isCloseTo(0.8090, within(5e-5));

    ShareDifference zero = difference(10, 10, 0, 20);
    assertThat(zero.low()).isCloseTo(0.6791, within(5e-5));
    assertThat(zero.high()).isCloseTo(1.0, within(5e-5));
  }

  @Test
  void a_difference_counts_only_when_the_interval_excludes_none() {
    assertThat(difference(56, 70, 48, 80).grew()).isTrue();
    assertThat(difference(48, 80, 56, 70).shrank()).isTrue();
    assertThat(difference(5, 56, 0, 29).grew()).isFalse(); // published: −0.0381 to 0.1926
  }

  @Test
  void nothing_is_known_where_one_share_is_unknown() {
    assertThat(ShareDifference.of(Share.UNKNOWN, Share.wilson(1, 2)))
        .isEqualTo(ShareDifference.UNKNOWN);
    assertThat(ShareDifference.UNKNOWN.grew()).isFalse();
    assertThat(ShareDifference.UNKNOWN.shrank()).isFalse();
  }
}

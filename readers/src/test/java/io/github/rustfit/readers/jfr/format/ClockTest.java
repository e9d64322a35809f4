package io.github.rustfit.readers.jfr.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A clock of 2.5 GHz, so that 1,000 ticks are 400 ns, whose chunk begins at tick 700,000. */
class ClockTest {

  private static final Clock CLOCK = new Clock(1_700_000_000_000_000_000L, 700_000, 2_500_000_000L);

  @Test
  void the_chunk_begins_at_its_first_tick() {
    assertThat(CLOCK.timeOf(700_000)).isEqualTo(1_700_000_000_000_000_000L);
  }

  @Test
  void a_later_tick_is_later_by_its_distance_from_the_first() {
    assertThat(CLOCK.timeOf(701_000)).isEqualTo(1_700_000_000_000_000_400L);
    assertThat(CLOCK.timeOf(699_000)).isEqualTo(1_699_999_999_999_999_600L);
  }

  @Test
  void a_span_has_no_beginning() {
    assertThat(CLOCK.nanosOf(1_000)).isEqualTo(400);
    assertThat(CLOCK.nanosOf(0)).isZero();
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.gc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.testing.GcBuilder;
import org.junit.jupiter.api.Test;

/** Ten pauses of 50 ms, half a second, told by a source of ten minutes. */
class GcTimesTest {

  private static GcSummary observed(long nanos) {
    return GcBuilder.from(gc("G1", 600, 10, 50 * MILLI)).nanos(600 * SECOND, nanos).build();
  }

  /** A log without time stamps proves no time but that of its pauses, however long the run was. */
  @Test
  void how_often_pauses_came_is_known_only_beyond_their_own_time() {
    assertThat(observed(SECOND / 2).timed()).isFalse();
    assertThat(observed(SECOND / 2).pausesKnown()).isTrue();
    assertThat(observed(SECOND / 2 + 1).timed()).isTrue();
    assertThat(observed(0).timed()).isFalse();
    assertThat(observed(0).pausesKnown()).isFalse();
  }

  /** Kish: (3 × 10 + 30)² / (3 × 10² + 30²) = 3,600 / 1,200. */
  @Test
  void three_short_pauses_and_a_one_are_worth_three() {
    PauseHistogram.Builder pauses = new PauseHistogram.Builder();
    pauses.add(10 * MILLI).add(10 * MILLI).add(10 * MILLI).add(30 * MILLI);

    assertThat(pauses.build().effectiveCount()).isEqualTo(3);
  }

  @Test
  void two_totals_have_the_longest_of_both() {
    PauseTotal few = new PauseTotal(2, 5, 3);
    PauseTotal one = new PauseTotal(1, 9, 9);

    assertThat(few.merge(one)).isEqualTo(new PauseTotal(3, 14, 9));
    assertThat(one.merge(few)).isEqualTo(new PauseTotal(3, 14, 9));
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that pauses every second, of which more pauses were told than are kept. */
class GcOverlapOfLongRunsTest {

  /** Every tenth pause is long and has a length of its own, all others take a millisecond. */
  private static long nanos(int n) {
    return n % 10 == 0 ? (n + 2_000) * 1_000_000L : 1_000_000L;
  }

  /** The history of the seconds from one to another, since the first of them. */
  private static RunHistory seconds(int first, int last) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int n = first; n <= last; n++) {
      run.pause((n - first) * SECOND, nanos(n), "Pause", "", -1, -1, -1);
    }
    return run.build(1, "G1", (last - first) * SECOND + SECOND / 2, 0);
  }

  private static GcOverlap overlap(RunHistory one, long first, RunHistory other, long second) {
    return new Logs()
        .add("a.log", "aa", Logs.of(one), from(first * SECOND, 9000 * SECOND).build())
        .add("b.log", "bb", Logs.of(other), from(second * SECOND, 9000 * SECOND).build())
        .overlap();
  }

  /** Each keeps its long pauses, 150 and 200, and some of the short ones. */
  @Test
  void a_long_copy_that_was_made_earlier_is_within_the_later_one() {
    GcOverlap overlap = overlap(seconds(1, 1500), 1, seconds(1, 2000), 1);

    assertThat(overlap.counted().keySet()).containsExactly("bb");
    assertThat(overlap.problems()).isEmpty();
  }

  /** The shorter one keeps all its pauses, and the longer one has kept the long ones of them. */
  @Test
  void a_short_piece_whose_short_pauses_are_not_kept_elsewhere_cannot_be_told_to_be_within() {
    GcOverlap overlap = overlap(seconds(1201, 1400), 1201, seconds(1, 2000), 1);

    assertThat(overlap.counted().keySet()).containsExactly("bb");
    assertThat(overlap.problems()).hasSize(1);
  }

  @Test
  void two_long_pieces_that_lap_are_not_within_each_other() {
    GcOverlap overlap = overlap(seconds(1, 1500), 1, seconds(1001, 2600), 1001);

    assertThat(overlap.counted().keySet()).containsExactly("bb");
    assertThat(overlap.problems()).hasSize(1);
  }

  @Test
  void other_long_runs_count() {
    RunHistory.Builder other = new RunHistory.Builder();
    for (int n = 1; n <= 1500; n++) {
      other.pause((n - 1) * SECOND, nanos(n) + n, "Pause", "", -1, -1, -1);
    }
    GcOverlap overlap = overlap(seconds(1, 1500), 1, other.build(1, "G1", 1500 * SECOND, 0), 1);

    assertThat(overlap.counted().keySet()).containsExactlyElementsOf(List.of("aa", "bb"));
  }
}

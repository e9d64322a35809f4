package io.github.rustfit.rules.evidence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplingFactsTest {

  private static SortedSet<Long> starts(String... chunks) {
    return new SamplingFacts(
            Tally.UNKNOWN,
            Collections.emptySortedSet(),
            Collections.emptySortedMap(),
            new TreeSet<>(List.of(chunks)),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeMap<>())
        .starts();
  }

  /** {@code date -ud @1796029500} says 2026-11-30 09:05:00; printf %x of its nanoseconds. */
  @Test
  void chunks_of_the_flight_recorder_tell_when_they_began() {
    assertThat(starts("18ecc750819f5800-212241d0e8")).containsExactly(1_796_029_500_000_000_000L);
  }

  @Test
  void what_else_tells_a_chunk_is_no_time() {
    assertThat(starts("", "-1", "sha256:00ff", "8000000000000000-1", "00000000000000000-1", "12"))
        .isEmpty();
  }
}

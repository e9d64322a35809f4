package io.github.rustfit.rules.evidence.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MutatorUtilisationTest {

  private static final long MILLI = 1_000_000L;

  /** A pause of so many milliseconds, so many after the one before. */
  private record Pause(long start, long end) {}

  private static List<Pause> pauses(List<Integer> gapsAndLengths) {
    List<Pause> pauses = new ArrayList<>();
    long at = 0;
    for (int i = 0; i + 1 < gapsAndLengths.size(); i += 2) {
      long start = at + gapsAndLengths.get(i);
      at = start + gapsAndLengths.get(i + 1);
      pauses.add(new Pause(start, at));
    }
    return pauses;
  }

  private static MutatorUtilisation of(List<Pause> pauses, long millis) {
    MutatorUtilisation.Builder builder = new MutatorUtilisation.Builder();
    pauses.forEach(pause -> builder.add(pause.start * MILLI, (pause.end - pause.start) * MILLI));
    return builder.build(millis * MILLI);
  }

  /**
   * Every window that starts at a whole millisecond inside the run, by definition: all pauses start
   * and end at whole milliseconds, so no other window holds more.
   */
  private static long bruteForce(List<Pause> pauses, long window, long end) {
    long worst = 0;
    for (long from = 0; from + window <= end; from++) {
      long to = from + window;
      long sum = 0;
      for (Pause pause : pauses) {
        sum += Math.max(0, Math.min(to, pause.end) - Math.max(from, pause.start));
      }
      worst = Math.max(worst, sum);
    }
    return worst;
  }

  @Property(tries = 300)
  void the_worst_window_is_that_of_trying_them_all(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 60) Integer> gapsAndLengths,
      @ForAll @IntRange(max = 1200) int rest) {
    List<Pause> pauses = pauses(gapsAndLengths);
    long end = (pauses.isEmpty() ? 0 : pauses.get(pauses.size() - 1).end) + rest;
    MutatorUtilisation utilisation = of(pauses, end);
    for (long window : MutatorUtilisation.WINDOWS) {
      assertThat(utilisation.known(window)).isEqualTo(window <= end * MILLI);
      if (utilisation.known(window)) {
        assertThat(utilisation.worstNanos().get(window))
            .isEqualTo(bruteForce(pauses, window / MILLI, end) * MILLI);
      }
    }
  }

  @Test
  void two_pauses_of_30_ms_20_ms_apart_leave_40_percent_of_100_ms_and_94_of_a_second() {
    MutatorUtilisation utilisation = of(List.of(new Pause(500, 530), new Pause(550, 580)), 5000);
    assertThat(utilisation.minimum(10 * MILLI)).isZero();
    assertThat(utilisation.minimum(100 * MILLI)).isCloseTo(0.4, within(1e-12));
    assertThat(utilisation.minimum(1000 * MILLI)).isCloseTo(0.94, within(1e-12));
  }

  @Test
  void pauses_that_rounded_stamps_let_overlap_stand_one_behind_the_other() {
    MutatorUtilisation utilisation =
        new MutatorUtilisation.Builder()
            .add(100 * MILLI, 4 * MILLI)
            .add(102 * MILLI, 4 * MILLI)
            .build(1000 * MILLI);
    assertThat(utilisation.worstNanos().get(10 * MILLI)).isEqualTo(8 * MILLI);
  }

  @Test
  void a_run_as_long_as_the_window_is_one_window() {
    assertThat(of(List.of(new Pause(1, 2)), 100).worstNanos())
        .isEqualTo(Map.of(10 * MILLI, MILLI, 100 * MILLI, MILLI));
  }

  /** Exactly a second back is what threads that log out of order explain. */
  @Test
  void a_stamp_may_lie_a_second_before_the_end_of_the_pause_before_it() {
    MutatorUtilisation.Builder builder =
        new MutatorUtilisation.Builder().add(2000 * MILLI, MILLI).add(1001 * MILLI, MILLI);

    assertThat(builder.build(9000 * MILLI).worstNanos().get(10 * MILLI)).isEqualTo(2 * MILLI);
    builder.add(1001 * MILLI, MILLI);
    assertThat(builder.build(9000 * MILLI)).isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  @Test
  void a_run_shorter_than_the_window_leaves_it_unknown() {
    MutatorUtilisation utilisation = of(List.of(new Pause(1, 2)), 99);
    assertThat(utilisation.known(10 * MILLI)).isTrue();
    assertThat(utilisation.known(100 * MILLI)).isFalse();
  }

  @Test
  void a_clock_that_is_set_back_leaves_it_unknown() {
    MutatorUtilisation utilisation =
        new MutatorUtilisation.Builder()
            .add(5000 * MILLI, MILLI)
            .add(100 * MILLI, MILLI)
            .build(9000 * MILLI);
    assertThat(utilisation).isEqualTo(MutatorUtilisation.UNKNOWN);
  }

  /** 100,000 pauses within a second are more than are remembered; 50,000 are not. */
  @Test
  void more_pauses_than_are_remembered_leave_it_unknown() {
    MutatorUtilisation.Builder few = new MutatorUtilisation.Builder();
    MutatorUtilisation.Builder many = new MutatorUtilisation.Builder();
    for (int i = 0; i < 100_000; i++) {
      many.add(i * 10_000L, 1000);
    }
    for (int i = 0; i < 50_000; i++) {
      few.add(i * 20_000L, 1000);
    }
    assertThat(many.build(2000 * MILLI)).isEqualTo(MutatorUtilisation.UNKNOWN);
    assertThat(few.build(2000 * MILLI).worstNanos().get(1000 * MILLI)).isEqualTo(50 * MILLI);
  }

  /** As many, of a millisecond each, begin 90 ms apart. */
  @Test
  void pauses_that_no_window_reaches_any_more_are_forgotten() {
    MutatorUtilisation.Builder many = new MutatorUtilisation.Builder();
    for (int i = 0; i < 100_000; i++) {
      many.add(i * 90 * MILLI, MILLI);
    }
    // from the begin of one to the end of the one 990 ms later are 991 ms, with 12 pauses
    assertThat(many.build(9_000_000 * MILLI).worstNanos())
        .isEqualTo(Map.of(10 * MILLI, MILLI, 100 * MILLI, 2 * MILLI, 1000 * MILLI, 12 * MILLI));
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far log and recording may differ, to the nanosecond. */
class GcAgreementEdgesTest {

  private static PausePoint pause(long start, long nanos) {
    return new PausePoint(start, nanos, "Pause", "", -1, -1, -1);
  }

  /** So many pauses that become rarer, so that one place alone fits them all. */
  private static List<PausePoint> pauses(int count, long nanos) {
    List<PausePoint> pauses = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      pauses.add(pause(SECOND * (1 + i * (i + 1)), nanos));
    }
    return pauses;
  }

  private static List<GcAgreement> found(List<PausePoint> log, List<PausePoint> recording) {
    return GcAgreement.of(List.of(run(log)), List.of(run(recording)));
  }

  private static RunHistory run(List<PausePoint> pauses) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (PausePoint one : pauses) {
      run.pause(one.startNanos(), one.nanos(), "Pause", "", -1, -1, -1);
    }
    return run.build(1, "G1", 90_000 * SECOND, 0);
  }

  /** One of 50 is 2 %, one of 49 is more. */
  @ParameterizedTest
  @CsvSource({
    "50, 49, 49, true",
    "49, 48, 48, false",
    "49, 50, 49, true",
    "48, 49, 48, false",
    "50, 50, 48, false"
  })
  void one_pause_of_fifty_may_be_missing_on_either_side(
      int recorded, int logged, int both, boolean agrees) {
    assertThat(new GcAgreement(recorded, logged, both, 0, 0).agrees()).isEqualTo(agrees);
  }

  /** 0.2 ms and 2 % of 10 ms are 0.4 ms. */
  @Test
  void lengths_are_alike_within_a_fifth_of_a_millisecond_and_two_percent_of_the_longer() {
    assertThat(found(pauses(12, 10 * MILLI), pauses(12, 9_600_000))).hasSize(1);
    assertThat(found(pauses(12, 10 * MILLI), pauses(12, 9_599_999))).isEmpty();
    assertThat(found(pauses(12, 9_600_000), pauses(12, 10 * MILLI))).hasSize(1);
    assertThat(found(pauses(12, 9_599_999), pauses(12, 10 * MILLI))).isEmpty();
  }

  @Test
  void ten_pauses_that_meet_are_enough() {
    List<PausePoint> ten = pauses(10, 10 * MILLI);

    assertThat(found(ten, ten)).hasSize(1);
    assertThat(found(pauses(9, 10 * MILLI), pauses(12, 10 * MILLI))).isEmpty();
    assertThat(found(pauses(12, 10 * MILLI), pauses(9, 10 * MILLI))).isEmpty();
  }

  /** Of the recorded pauses ten are as long as logged ones, and the others are far longer. */
  @ParameterizedTest
  @CsvSource({"10, 1", "11, 0"})
  void half_of_the_recorded_pauses_have_to_meet(int others, int found) {
    List<PausePoint> logged = pauses(10, 10 * MILLI);
    List<PausePoint> recorded = new ArrayList<>(logged);
    for (int i = 0; i < others; i++) {
      recorded.add(pause(5_000 * SECOND + i * i * SECOND, 4 * MILLI));
    }

    assertThat(found(logged, recorded)).hasSize(found);
  }

  /**
   * The longest pause, which finds the place, begins together; another is told earlier or later.
   */
  @ParameterizedTest
  @CsvSource({"5000000, 12", "-5000000, 12", "5000001, 11", "-5000001, 11"})
  void pauses_that_begin_five_milliseconds_apart_are_the_same(long apart, int both) {
    for (int which : new int[] {0, 5, 11}) {
      List<PausePoint> recorded = pauses(12, 10 * MILLI);
      recorded.set(7, pause(recorded.get(7).startNanos(), 11 * MILLI));
      List<PausePoint> logged = new ArrayList<>(recorded);
      logged.set(which, pause(recorded.get(which).startNanos() + apart, 10 * MILLI));

      GcAgreement agreement = found(logged, recorded).get(0);

      assertThat(agreement.both()).as("of pause %d", which).isEqualTo(both);
      if (both == 12) {
        assertThat(agreement.logged()).isEqualTo(12);
        assertThat(agreement.recorded()).isEqualTo(12);
      }
    }
  }

  /**
   * A pause that 0.2 ms and 2 % of itself leave nothing of may be missing elsewhere: 0.98 of
   * 204,080 ns is 199,998.
   */
  @ParameterizedTest
  @ValueSource(longs = {50_000, 204_080})
  void short_pauses_that_only_one_side_tells_are_no_contradiction(long nanos) {
    List<PausePoint> plain = pauses(12, 10 * MILLI);
    List<PausePoint> more = new ArrayList<>(plain);
    more.add(6, pause(plain.get(5).startNanos() + SECOND, nanos));

    assertThat(found(more, plain).get(0)).isEqualTo(found(plain, plain).get(0));
    assertThat(found(plain, more).get(0)).isEqualTo(found(plain, plain).get(0));
  }

  @Test
  void longer_pauses_that_only_one_side_tells_count_there() {
    List<PausePoint> plain = pauses(12, 10 * MILLI);
    List<PausePoint> more = new ArrayList<>(plain);
    more.add(6, pause(plain.get(5).startNanos() + SECOND, MILLI));

    assertThat(found(more, plain))
        .containsExactly(new GcAgreement(12, 13, 12, 120 * MILLI, 121 * MILLI));
    assertThat(found(plain, more))
        .containsExactly(new GcAgreement(13, 12, 12, 121 * MILLI, 120 * MILLI));
  }

  /** Of 1,500 pauses 1,000 are kept: the 100 long ones and 900 of those that take 1 ms. */
  @Test
  void of_long_runs_pauses_as_long_as_the_shortest_that_is_kept_are_not_compared() {
    List<PausePoint> pauses = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      pauses.add(pause(i * SECOND, i % 15 == 0 ? (5 + i / 15) * MILLI : MILLI));
    }

    GcAgreement agreement = found(pauses, pauses).get(0);

    assertThat(agreement.recorded()).isEqualTo(100);
    assertThat(agreement.logged()).isEqualTo(100);
    assertThat(agreement.both()).isEqualTo(100);
  }
}

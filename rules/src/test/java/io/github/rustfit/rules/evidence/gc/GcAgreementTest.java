package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GcAgreementTest {

  private static final long SHIFT = 37 * SECOND;

  private record Pause(long start, long nanos) {}

  /** Pauses of 1 to 50 ms, half a second to a second apart; what the seed gives. */
  private static List<Pause> pauses(int count, long seed) {
    Random random = new Random(seed);
    List<Pause> pauses = new ArrayList<>();
    long at = SECOND;
    for (int i = 0; i < count; i++) {
      pauses.add(new Pause(at, MILLI + random.nextLong(49 * MILLI)));
      at += SECOND / 2 + random.nextLong(SECOND / 2);
    }
    return pauses;
  }

  private static RunHistory run(List<Pause> pauses, long shift) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (Pause pause : pauses) {
      run.pause(pause.start() + shift, pause.nanos(), "Pause", "", -1, -1, -1);
    }
    return run.build(1, "G1", 10_000 * SECOND, 0);
  }

  @Test
  void a_part_of_a_log_is_found_whatever_the_clocks_say() {
    List<Pause> pauses = pauses(100, 1);

    List<GcAgreement> found =
        GcAgreement.of(
            List.of(run(pauses(100, 2), 0), run(pauses, SHIFT)),
            List.of(run(pauses.subList(40, 80), 0)));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).recorded()).isEqualTo(40);
    assertThat(found.get(0).logged()).isEqualTo(40);
    assertThat(found.get(0).both()).isEqualTo(40);
    assertThat(found.get(0).recordedNanos())
        .isEqualTo(pauses.subList(40, 80).stream().mapToLong(Pause::nanos).sum());
    assertThat(found.get(0).agrees()).isTrue();
  }

  @Test
  void pauses_are_the_same_within_what_clocks_and_places_of_measuring_differ() {
    List<Pause> pauses = pauses(50, 3);
    List<Pause> measuredElsewhere =
        pauses.stream()
            .map(pause -> new Pause(pause.start() + 2 * MILLI, pause.nanos() + MILLI / 10))
            .toList();

    assertThat(GcAgreement.of(List.of(run(pauses, 0)), List.of(run(measuredElsewhere, 0))))
        .singleElement()
        .matches(GcAgreement::agrees);
  }

  /** As on an overloaded machine, by the numbers of the collections: the log's were longer. */
  @Test
  void pauses_that_begin_together_are_the_same_though_one_of_ten_took_longer_to_the_log() {
    List<Pause> pauses = pauses(100, 6);
    List<Pause> logged = new ArrayList<>(pauses);
    for (int i = 0; i < logged.size(); i += 10) {
      logged.set(i, new Pause(pauses.get(i).start(), pauses.get(i).nanos() + 5 * MILLI / 2));
    }

    GcAgreement found = GcAgreement.of(List.of(run(logged, SHIFT)), List.of(run(pauses, 0))).get(0);

    assertThat(found.both()).isEqualTo(100);
    assertThat(found.agrees()).isTrue();
    assertThat(found.loggedNanos() - found.recordedNanos()).isEqualTo(10 * 5 * MILLI / 2);
  }

  @Test
  void pauses_that_only_one_of_them_tells_are_a_contradiction() {
    List<Pause> pauses = pauses(100, 4);
    List<Pause> lost = new ArrayList<>(pauses);
    lost.subList(30, 60).clear();

    GcAgreement inLog = GcAgreement.of(List.of(run(pauses, 0)), List.of(run(lost, SHIFT))).get(0);
    assertThat(inLog.logged()).isEqualTo(100);
    assertThat(inLog.recorded()).isEqualTo(70);
    assertThat(inLog.both()).isEqualTo(70);
    assertThat(inLog.agrees()).isFalse();

    GcAgreement inRecording =
        GcAgreement.of(List.of(run(lost, SHIFT)), List.of(run(pauses, 0))).get(0);
    assertThat(inRecording.recorded()).isEqualTo(100);
    assertThat(inRecording.both()).isEqualTo(70);
    assertThat(inRecording.agrees()).isFalse();
  }

  @Test
  void another_run_is_no_contradiction() {
    assertThat(GcAgreement.of(List.of(run(pauses(200, 5), 0)), List.of(run(pauses(200, 6), 0))))
        .isEmpty();
  }

  @Test
  void of_long_runs_the_longest_pauses_are_compared() {
    List<Pause> pauses = pauses(3000, 7);

    GcAgreement found =
        GcAgreement.of(List.of(run(pauses, SHIFT)), List.of(run(pauses.subList(0, 2000), 0)))
            .get(0);

    assertThat(found.agrees()).isTrue();
    assertThat(found.recorded()).isBetween(100, 1000);
  }

  @Test
  void few_pauses_prove_nothing() {
    List<Pause> pauses = pauses(9, 8);
    assertThat(GcAgreement.of(List.of(run(pauses, 0)), List.of(run(pauses, 0)))).isEmpty();
  }
}

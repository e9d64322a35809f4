package io.github.rustfit.rules.evidence.tuning;

import static io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result.BETTER;
import static io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result.WORSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.ATuning;
import io.github.rustfit.rules.testing.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TuningTest {

  private static final TunedConfiguration ZGC = ATuning.tried("zgc", "25", "Z", BETTER, 1.3);
  private static final TunedConfiguration SERIAL =
      ATuning.tried("serial", "25", "Serial", WORSE, 0.7);
  private static final Tuning FOUND = ATuning.of(Aim.CPU, SERIAL, ZGC);

  private static Tuning of(
      Aim aim, String day, Tuning.Noise noise, String best, List<TunedConfiguration> all) {
    return new Tuning(
        day, FOUND.machine(), aim, FOUND.command(), noise, FOUND.heap(), FOUND.code(), best, all);
  }

  private static Tuning of(Aim aim, String day) {
    return of(aim, day, FOUND.noise(), "zgc", FOUND.configurations());
  }

  private static Tuning.Noise noise(int rounds, String doubt) {
    return new Tuning.Noise(rounds, 0, 0, 0, doubt);
  }

  @Test
  void the_best_is_taken_and_the_first_is_the_present_one() {
    assertThat(FOUND.taken()).isEqualTo(ZGC);
    assertThat(FOUND.present().name()).isEqualTo("present");
    assertThat(FOUND.named("serial")).contains(SERIAL);
    assertThat(FOUND.named("parallel")).isEmpty();
  }

  @Test
  void a_better_one_was_found_where_the_best_is_not_the_present_one() {
    assertThat(FOUND.foundBetter()).isTrue();
    assertThat(ATuning.of(Aim.CPU, SERIAL).foundBetter()).isFalse();
  }

  @Test
  void a_tuning_tells_something_that_ran_and_is_not_doubted() {
    List<TunedConfiguration> all = FOUND.configurations();

    assertThat(of(Aim.CPU, "2026-11-30", noise(1, ""), "zgc", all).tells()).isTrue();
    assertThat(of(Aim.CPU, "2026-11-30", noise(0, ""), "zgc", all).tells()).isFalse();
    assertThat(of(Aim.CPU, "2026-11-30", noise(9, "It is busy."), "zgc", all).tells()).isFalse();
  }

  @Test
  void a_tuning_has_a_day_and_other_names_than_the_present_one_which_comes_first() {
    List<TunedConfiguration> all = FOUND.configurations();
    Tuning.Noise noise = FOUND.noise();

    assertThatThrownBy(() -> of(Aim.CPU, "2026-11-3")).hasMessageContaining("not a day: 2026-11-3");
    assertThatThrownBy(() -> of(Aim.CPU, "2026-11-30", noise, "no", all))
        .hasMessageContaining("no configuration is named no");
    assertThatThrownBy(() -> of(Aim.CPU, "2026-11-30", noise, "zgc", List.of(ZGC)))
        .hasMessageContaining("does not come first");
    assertThatThrownBy(() -> of(Aim.CPU, "2026-11-30", noise, "zgc", List.of()))
        .hasMessageContaining("does not come first");
    assertThatThrownBy(
            () -> of(Aim.CPU, "2026-11-30", noise, "zgc", List.of(FOUND.present(), ZGC, ZGC)))
        .hasMessageContaining("two configurations are named zgc");
  }

  @Test
  void tunings_stand_by_aim_day_and_what_they_say() {
    Records.stand(
        List.of(
            of(Aim.CPU, "2026-11-30"),
            of(Aim.TIME, "2026-11-29"),
            of(Aim.TIME, "2026-11-30", FOUND.noise(), "present", FOUND.configurations()),
            of(Aim.TIME, "2026-11-30")));
  }

  @Test
  void files_that_changed_since_are_those_that_are_found_to_have() {
    TreeSet<String> files = new TreeSet<>(List.of("src/A.java"));
    Tuning changed = FOUND.changed(files);

    assertThat(changed.code().changed()).containsExactly("src/A.java");
    assertThat(changed.changed(new TreeSet<>())).isEqualTo(FOUND);
    assertThat(TunedCode.UNKNOWN.known()).isFalse();
    assertThat(new TunedCode(new TreeMap<>(Map.of("src/A.java", "00")), files).known()).isTrue();
  }

  @Test
  void an_executable_that_was_compiled_before_needs_no_jvm() {
    assertThat(ZGC.needsJvm()).isTrue();
    assertThat(ATuning.code("native", "", BETTER, 1.1).needsJvm()).isFalse();
    assertThatThrownBy(() -> ATuning.tried(" ", "25", "Z", BETTER, 1.1))
        .hasMessageContaining("without a name");
  }

  @Test
  void each_aim_has_its_own_cost() {
    TuningCost cost = new TuningCost(1, 2, 3, 4, 5, 6, 7);

    assertThat(cost.of(Aim.CPU)).isEqualTo(2);
    assertThat(cost.of(Aim.TIME)).isEqualTo(3);
    assertThat(cost.of(Aim.MEMORY)).isEqualTo(4);
    assertThat(cost.of(Aim.LATENCY)).isEqualTo(5);
    assertThat(cost.of(Aim.START_UP)).isEqualTo(6);
    assertThat(cost.of(Aim.PAUSES)).isEqualTo(7);
    assertThat(Aim.LATENCY.text()).isEqualTo("latency");
    assertThat(Aim.START_UP.word()).isEqualTo("start-up");
  }

  @Test
  void costs_heaps_and_machines_are_not_negative() {
    Records.refuseNegative(7, n -> new TuningCost((int) n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
    Records.refuseNegative(3, n -> new TunedHeap("G1", n[0], n[1], n[2]));
    Records.refuseNegative(1, n -> new TuningMachine("", 1, n[0], ""));
    assertThatThrownBy(() -> new TuningMachine("", 0, 1, "")).hasMessageContaining("0 processors");
  }

  @Test
  void noise_is_kept_to_four_decimals() {
    assertThat(new Tuning.Noise(1, 0.12344, 1.23456, 1.00004, ""))
        .isEqualTo(new Tuning.Noise(1, 0.1234, 1.2346, 1, ""));
  }

  @Test
  void noise_is_not_negative_and_has_an_end() {
    Records.refuseNegative(4, n -> new Tuning.Noise((int) n[0], n[1], n[2], n[3], ""));
    assertThat(new Tuning.Noise(1, 999_999, 999_999, 999_999, "").drift()).isEqualTo(999_999);
    assertThatThrownBy(() -> new Tuning.Noise(1, 1e6, 0, 0, "")).hasMessageContaining("spread");
    assertThatThrownBy(() -> new Tuning.Noise(1, 0, 1e6, 0, "")).hasMessageContaining("spread");
    assertThatThrownBy(() -> new Tuning.Noise(1, 0, 0, 1e6, "")).hasMessageContaining("drift");
    assertThatThrownBy(() -> new Tuning.Noise(1, Double.NaN, 0, 0, ""))
        .hasMessageContaining("spread NaN");
  }
}

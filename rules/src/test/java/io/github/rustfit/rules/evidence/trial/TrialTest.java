package io.github.rustfit.rules.evidence.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.ATrial;
import io.github.rustfit.rules.testing.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {

  private static final Gain TWICE = new Gain(1.5, 2, 2.5);

  private static final TrialMachine MACHINE = new TrialMachine("", 1, "", "25", "1.95.0", "Ffm");

  private static final TrialOutputs EQUAL = new TrialOutputs(1, 0, true, "");

  private static Trial trial(
      String component,
      String entry,
      String day,
      TrialOutputs outputs,
      Optional<TrialFigures> figures) {
    return new Trial(
        component,
        entry,
        Trial.Port.OPEN,
        day,
        MACHINE,
        outputs,
        figures,
        new TreeMap<>(Map.of("src/A.java", "00")),
        "ff",
        TakeBack.NONE,
        new TreeSet<>());
  }

  private static Trial measured(int pairs) {
    return trial(
        "shop", "a.A#b()", "2026-11-30", EQUAL, Optional.of(ATrial.figures(pairs, true, TWICE)));
  }

  @Test
  void ten_pairs_of_the_code_that_is_here_measure_a_port() {
    assertThat(measured(10).measures()).isTrue();
    assertThat(measured(9).measures()).isFalse();
    assertThat(measured(10).changed(new TreeSet<>(List.of("src/A.java"))).measures()).isFalse();
    assertThat(trial("shop", "a.A#b()", "2026-11-30", EQUAL, Optional.empty()).measures())
        .isFalse();
  }

  @Test
  void the_class_is_what_stands_before_the_method() {
    assertThat(measured(10).className()).isEqualTo("a.A");
    assertThat(trial("shop", "A#b()", "2026-11-30", EQUAL, Optional.empty()).className())
        .isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({
    "shop, a.A#b(), 2026-11-3",
    "shop, a.A#b(), yesterday",
    "' ', a.A#b(), 2026-11-30",
    "shop, a.A, 2026-11-30",
    "shop, #b(), 2026-11-30"
  })
  void a_trial_is_of_a_method_of_a_component_on_a_day(String component, String entry, String day) {
    assertThatThrownBy(() -> trial(component, entry, day, EQUAL, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_port_that_gives_something_else_has_no_figures() {
    TrialOutputs other = new TrialOutputs(5, 0, true, "5 instead of 4");

    assertThat(trial("shop", "a.A#b()", "2026-11-30", other, Optional.empty()).figures()).isEmpty();
    assertThatThrownBy(
            () ->
                trial(
                    "shop",
                    "a.A#b()",
                    "2026-11-30",
                    other,
                    Optional.of(ATrial.figures(12, true, TWICE))))
        .hasMessageContaining("not found to give the same");
  }

  @Test
  void outputs_are_equal_where_any_were_compared_and_none_differed() {
    assertThat(new TrialOutputs(1, 0, true, "").equal()).isTrue();
    assertThat(new TrialOutputs(0, 7, true, "").equal()).isFalse();
    assertThat(new TrialOutputs(7, 0, true, "5 instead of 4").equal()).isFalse();
    Records.refuseNegative(2, n -> new TrialOutputs(n[0], n[1], true, ""));
  }

  @Test
  void trials_stand_by_component_method_day_and_what_they_say() {
    Records.stand(
        List.of(
            trial("a", "b#b", "2026-11-30", EQUAL, Optional.empty()),
            trial("b", "a#b", "2026-11-30", EQUAL, Optional.empty()),
            trial("b", "b#b", "2026-11-29", EQUAL, Optional.empty()),
            trial("b", "b#b", "2026-11-30", EQUAL, Optional.empty())));
    assertThat(measured(10)).isNotEqualByComparingTo(measured(11));
  }

  @Test
  void what_a_trial_is_taken_back_for_changes_nothing_else() {
    TakeBack slow = new TakeBack(1.2, 0, 0);
    Trial with = measured(10).with(slow);

    assertThat(with.takeBack()).isEqualTo(slow);
    assertThat(with.with(TakeBack.NONE)).isEqualTo(measured(10));
  }

  @Test
  void gains_are_kept_to_four_decimals() {
    assertThat(new Gain(1.23454, 1.23456, 2.00004)).isEqualTo(new Gain(1.2345, 1.2346, 2));
    assertThat(new Gain(1e-9, 1e-9, 1e9)).isEqualTo(new Gain(0.0001, 0.0001, 1e9));
    assertThat(new Gain(2, 2, 2).high()).isEqualTo(2);
  }

  @Test
  void a_gain_lies_between_its_bounds_above_nothing() {
    assertNoGain(2, 1, 3);
    assertNoGain(1, 3, 2);
    assertNoGain(0, 1, 2);
    assertNoGain(-1, 1, 2);
    assertNoGain(1, 2, 1.001e9);
    assertNoGain(1, Double.NaN, 2);
  }

  private static void assertNoGain(double low, double value, double high) {
    assertThatThrownBy(() -> new Gain(low, value, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a gain");
  }

  private static TrialFigures figures(boolean captured, Optional<OtherJava> other, Gain... sizes) {
    List<TrialSize> all = Stream.of(sizes).map(gain -> new TrialSize(64, 0, gain)).toList();
    return new TrialFigures(
        12, captured, TWICE, TWICE, all, new TrialBars(0, 0, 0, 0, 0, 0, 0, 0), other);
  }

  @Test
  void of_captured_calls_the_gain_counts_as_it_is() {
    Gain wide = new Gain(0.5, 2, 9);

    assertThat(figures(true, Optional.empty(), wide).counted()).isEqualTo(TWICE);
  }

  /** The least of 1.5, 1.2 and 1.8, the most of 2.5, 1.4 and 3. */
  @Test
  void of_made_arguments_any_size_may_be_the_one_that_occurs() {
    assertThat(
            figures(false, Optional.empty(), new Gain(1.2, 1.3, 1.4), new Gain(1.8, 2, 3))
                .counted())
        .isEqualTo(new Gain(1.2, 2, 3));
  }

  /**
   * Other Java leaves 1.6 of the 2: four fifths. Sizes of 1.2 to 1.4 and of 1.8 to 3 become 0.96 to
   * 1.12 and 1.44 to 2.4; with 1.4 to 1.7 over all of them that is 0.96 to 2.4.
   */
  @Test
  void what_other_java_takes_off_is_taken_off_every_size() {
    Optional<OtherJava> better =
        Optional.of(new OtherJava("better", new Gain(1.2, 1.25, 1.3), new Gain(1.4, 1.6, 1.7)));
    Gain[] sizes = {new Gain(1.2, 1.3, 1.4), new Gain(1.8, 2, 3)};

    assertThat(figures(false, better, sizes).counted()).isEqualTo(new Gain(0.96, 1.6, 2.4));
    assertThat(figures(true, better, sizes).counted()).isEqualTo(new Gain(1.4, 1.6, 1.7));
  }

  /** Against the other Java Rust gains more, or as much: then the present one is the best. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 2.2})
  void java_that_is_no_better_takes_nothing_off(double against) {
    Optional<OtherJava> worse =
        Optional.of(
            new OtherJava("worse", new Gain(0.8, 0.9, 1), new Gain(against, against, against)));

    assertThat(figures(true, worse, TWICE).counted()).isEqualTo(TWICE);
  }

  @Test
  void figures_are_of_a_pair_and_a_size_at_least() {
    assertThatThrownBy(() -> figures(true, Optional.empty()))
        .hasMessageContaining("12 pairs of 0 sizes");
    assertThatThrownBy(() -> ATrial.figures(0, true, TWICE)).hasMessageContaining("0 pairs");
    assertThat(ATrial.figures(1, true, TWICE).pairs()).isEqualTo(1);
    assertThatThrownBy(() -> new TrialSize(0, 1, TWICE)).hasMessageContaining("up to 0");
    assertThatThrownBy(() -> new TrialSize(1, -1, TWICE)).hasMessageContaining("-1 calls");
    assertThatThrownBy(() -> new TrialMachine("", 0, "", "", "", ""))
        .hasMessageContaining("0 processors");
  }

  @Test
  void bars_are_not_negative_and_no_more_than_all_is_left_to_java() {
    Records.refuseNegative(8, TrialTest::bars);
    assertThat(bars(new long[] {0, 0, 0, 0, 0, 0, 0, 1000}).leftToJava()).isEqualTo(1000);
    assertThatThrownBy(() -> bars(new long[] {0, 0, 0, 0, 0, 0, 0, 1001}))
        .hasMessageContaining("1001");
  }

  private static TrialBars bars(long[] n) {
    return new TrialBars(n[0], n[1], n[2], n[3], n[4], n[5], n[6], (int) n[7]);
  }
}

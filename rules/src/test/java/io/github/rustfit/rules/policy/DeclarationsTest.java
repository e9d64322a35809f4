package io.github.rustfit.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.verdict.Verdict;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationsTest {

  private static final OptionalDouble NOT_DECLARED = OptionalDouble.empty();

  private static ServiceLevel level(
      double percentile, double targetMs, OptionalDouble observedMs, int fanOut) {
    return new ServiceLevel(
        percentile, targetMs, observedMs, NOT_DECLARED, NOT_DECLARED, fanOut, NOT_DECLARED);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 1, 1",
    "100, 10, 1, 1",
    "NaN, 10, 1, 1",
    "99, 0, 1, 1",
    "99, 10, -1, 1",
    "99, 10, Infinity, 1",
    "99, 10, NaN, 1",
    "99, 10, 1, 0"
  })
  void a_service_level_that_makes_no_sense_is_refused(
      double q, double target, double observed, int fanOut) {
    assertThatThrownBy(() -> level(q, target, OptionalDouble.of(observed), fanOut))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_p99_9_one_request_in_a_thousand_may_miss() {
    assertThat(level(99.9, 10, NOT_DECLARED, 1).allowedMisses()).isCloseTo(0.001, within(1e-12));
  }

  @Test
  void negative_incidents_are_refused() {
    assertThatThrownBy(() -> new Incidents(24, OptionalInt.of(-1), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Incidents(0, OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void without_a_policy_only_a_review_for_rust_asks_for_a_decision() {
    assertThat(Policy.DEFAULT.verdicts()).containsOnlyKeys(Verdict.REVIEW_FOR_RUST);
    assertThat(Policy.DEFAULT.serviceLevel()).isEmpty();
  }

  @Test
  void metrics_are_found_by_the_name_in_the_policy() {
    assertThat(Metric.byId("gcPauseP99")).contains(Metric.GC_PAUSE_P99);
    assertThat(Metric.byId("gc-pause")).isEmpty();
  }
}

package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Violation CROSSED =
      new Violation(
          "shop",
          "cpuShare",
          Level.ERROR,
          Optional.empty(),
          "70 %",
          OptionalDouble.of(0.6),
          "60 %",
          "",
          "owns 70 %",
          "Mend it.");

  private static LimitCheckResult check(List<Violation> crossed, Map<String, LimitState> states) {
    return new LimitCheckResult(crossed, List.of(), List.of(), List.of(), Map.of(), states);
  }

  private static String said(LimitCheckResult check) {
    return LimitsState.of(check).title() + ": " + Wording.limitCheck(check, Policy.DEFAULT);
  }

  /** What was not checked never reads as if it held. */
  @Test
  void title_and_sentence_of_the_limits_agree() {
    assertThat(said(check(List.of(), Map.of())))
        .isEqualTo(
            "No limit declared: The default policy declares no limit, so nothing was checked.");
    assertThat(said(check(List.of(), Map.of("cpuShare", LimitState.HELD))))
        .isEqualTo("Limit check passed: The default policy holds.");
    assertThat(
            said(
                check(
                    List.of(),
                    Map.of("cpuShare", LimitState.HELD, "gcPauseP99", LimitState.NOT_CHECKED))))
        .isEqualTo(
            "Limits not all checked: The default policy: 1 limit holds, 1 could not be checked:"
                + " gcPauseP99.");
    assertThat(
            said(
                check(
                    List.of(CROSSED),
                    Map.of("cpuShare", LimitState.CROSSED, "gcPauseP99", LimitState.NOT_CHECKED))))
        .isEqualTo(
            "Limit check failed: 1 violation of the default policy; 1 could not be checked:"
                + " gcPauseP99.");
  }
}

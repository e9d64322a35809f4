package io.github.rustfit.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.rules.component.Place;
import io.github.rustfit.rules.component.ServiceTime;
import io.github.rustfit.rules.component.WaitReason;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WaitStepTest {

  private static Optional<WaitStep> observed(double millis, double waiting) {
    ServiceTime.Wait what =
        new ServiceTime.Wait(
            WaitReason.SOCKET,
            "shop",
            new Place("com.acme.Client", "get", "Client.java", 9, true),
            true);
    return WaitStep.of(
        new ServiceLevel(
            99,
            50,
            OptionalDouble.of(millis),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            1,
            OptionalDouble.empty()),
        new ServiceSplit(
            ServiceSplit.Basis.EVENTS,
            300,
            new ServiceSplit.Range(waiting, 1),
            Share.UNKNOWN,
            0,
            OptionalDouble.empty(),
            List.of(new ServiceSplit.Waiting(what, waiting))));
  }

  @Test
  void most_of_the_time_is_looked_at_before_any_fix() {
    assertThat(observed(80, 0.6))
        .hasValueSatisfying(
            one -> {
              assertThat(one.beforeFixes()).isTrue();
              assertThat(one.step().text())
                  .isEqualTo(
                      "Look at what is waited for: 60.0 % for the network, first of all in"
                          + " Client.get (Client.java:9), 60.0 %.");
              assertThat(one.step().because()).isEqualTo("p99 is 80.0 ms and 50.0 ms are wanted.");
            });
  }

  @Test
  void a_smaller_part_comes_after_the_fixes() {
    assertThat(observed(80, 0.3)).map(WaitStep::beforeFixes).contains(false);
  }

  @Test
  void next_to_nothing_is_no_reason_for_a_missed_target() {
    assertThat(observed(257.3, 0.009)).isEmpty();
  }

  @Test
  void a_target_that_is_met_asks_for_nothing() {
    assertThat(observed(50, 0.9)).isEmpty();
  }
}

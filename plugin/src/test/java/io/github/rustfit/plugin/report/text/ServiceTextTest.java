package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ServiceTextTest {

  private static boolean tells(ServiceSplit.Basis basis, double low, double high) {
    return ServiceText.tells(
        new ServiceSplit(
            basis,
            300,
            new ServiceSplit.Range(low, high),
            Share.UNKNOWN,
            0,
            OptionalDouble.empty(),
            List.of()));
  }

  /** Events see a part of the waiting: a small lower bound leaves everything open. */
  @Test
  void a_small_lower_bound_is_no_answer() {
    assertThat(tells(ServiceSplit.Basis.EVENTS, 0.003, 1)).isFalse();
    assertThat(tells(ServiceSplit.Basis.EVENTS, 0.4, 1)).isTrue();
  }

  /** Wall clock samples see all of it: a small part is an answer. */
  @Test
  void what_the_wall_clock_saw_is_one() {
    assertThat(tells(ServiceSplit.Basis.WALL_CLOCK, 0.003, 0.02)).isTrue();
  }
}

package io.github.rustfit.engine.jvm;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.testing.Situation;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** At p99, 1 % of the requests may miss the target. All hits are counted by hand from λ(d + S). */
class GcVisibilityTest {

  private static final double ONE_PER_MILLE = 0.001;

  private static GcVisibility of(GcSummary gc, ServiceLevel level) {
    return GcVisibility.of(new Situation().gc(gc).serviceLevel(level).context()).orElseThrow();
  }

  /** 120 pauses of 50 ms in 600 s, S = 10 ms: 0.2·(0.05 + 0.01) = 1.2 %, cost_model.py's first. */
  @Test
  void fifty_ms_every_five_seconds_are_visible_at_p99() {
    GcVisibility visibility = of(gc("G1", 600, 120, 50 * MILLI), p99(60, -1, 10, 10));

    assertThat(visibility.hitLow()).isCloseTo(0.012, within(0.012 * ONE_PER_MILLE));
    assertThat(visibility.hitHigh()).isEqualTo(visibility.hitLow());
    assertThat(visibility.allowed()).isCloseTo(0.01, within(1e-12));
    assertThat(visibility.visible()).isEqualTo(Answer.YES);
  }

  /** 20 ms every 5 s, S = 5 ms: 0.5 %. With 40 hosts 1 - 0.995^40 = 18.17 %. */
  @Test
  void fan_out_makes_rare_pauses_visible() {
    GcSummary gc = gc("G1", 600, 120, 20 * MILLI);
    ServiceLevel single = p99(20, -1, 5, 5);
    ServiceLevel forty =
        new ServiceLevel(
            99,
            20,
            OptionalDouble.empty(),
            OptionalDouble.of(5),
            OptionalDouble.of(5),
            40,
            OptionalDouble.empty());

    assertThat(of(gc, single).hitLow()).isCloseTo(0.005, within(0.00001));
    assertThat(of(gc, single).visible()).isEqualTo(Answer.NO);
    assertThat(of(gc, forty).hitLow()).isCloseTo(0.1817, within(0.0002));
    assertThat(of(gc, forty).visible()).isEqualTo(Answer.YES);
  }

  /**
   * 10 pauses a second of 0.1 ms hit 10·(0.0001 + 0.005) = 5.1 % of the requests, cost_model.py.
   */
  @Test
  void many_pauses_of_a_tenth_of_a_millisecond_hit_five_percent_and_hurt_nobody() {
    GcSummary zgc = gc("ZGC", 600, 6000, MILLI / 10);

    assertThat(of(zgc, p99(50, -1, 10, 5)).hitHigh()).isZero();
    assertThat(of(zgc, p99(50, -1, 10, 5)).visible()).isEqualTo(Answer.NO);
    assertThat(of(zgc, p99(50, -1, 49.95, 5)).hitLow()).isCloseTo(0.051, within(0.0001));
  }

  /**
   * Slack 0 to 60 ms, S 0 to 60 ms: no pause is that long, or 0.2·(0.05 + 0.06) = 2.2 % are hit.
   */
  @Test
  void what_is_not_declared_ranges_over_all_it_could_be() {
    GcVisibility visibility = of(gc("G1", 600, 120, 50 * MILLI), p99(60, -1, -1, -1));

    assertThat(visibility.hitLow()).isZero();
    assertThat(visibility.hitHigh()).isCloseTo(0.022, within(0.00003));
    assertThat(visibility.visible()).isEqualTo(Answer.UNKNOWN);
  }

  /** Pauses longer than the whole target hurt whatever is undeclared: 0.2·0.08 = 1.6 %. */
  @Test
  void pauses_longer_than_the_target_need_no_more_declarations() {
    GcVisibility visibility = of(gc("G1", 600, 120, 80 * MILLI), p99(60, -1, -1, -1));

    assertThat(visibility.hitLow()).isCloseTo(0.016, within(0.00002));
    assertThat(visibility.visible()).isEqualTo(Answer.YES);
  }

  /** Otherwise declaring 500 ms would turn a certain no (0.2·(0.001 + 0.02)) into a yes. */
  @Test
  void a_service_time_above_the_target_counts_as_the_target() {
    GcSummary gc = gc("G1", 600, 120, MILLI);

    assertThat(of(gc, p99(20, -1, 19.9, -1)).hitHigh()).isCloseTo(0.0042, within(0.00001));
    assertThat(of(gc, p99(20, -1, 19.9, 500)).hitHigh()).isCloseTo(0.0042, within(0.00001));
  }

  /** Requests that take 90 ms without any pause are not cured of 60 ms by shorter pauses. */
  @Test
  void where_the_median_misses_the_target_only_pauses_longer_than_it_count() {
    assertThat(of(gc("G1", 600, 120, 50 * MILLI), p99(60, -1, 90, 10)).visible())
        .isEqualTo(Answer.NO);
    assertThat(of(gc("G1", 600, 120, 80 * MILLI), p99(60, -1, 90, 10)).visible())
        .isEqualTo(Answer.YES);
    assertThat(of(gc("G1", 600, 120, 50 * MILLI), p99(60, -1, 60, 10)).hitHigh()).isZero();
  }

  /** 80 ms pauses alone: 0.2·0.08 = 1.6 %, whatever else is declared; 50 ms pauses: none. */
  @Test
  void pauses_alone_count_only_if_longer_than_the_target() {
    Situation longer = new Situation().gc(gc("G1", 600, 120, 80 * MILLI));
    Situation shorter = new Situation().gc(gc("G1", 600, 120, 50 * MILLI));

    assertThat(GcVisibility.hitByPausesAlone(longer.context())).isEmpty();
    assertThat(
            GcVisibility.hitByPausesAlone(longer.serviceLevel(p99(60, 9, 30, 20)).context())
                .orElseThrow())
        .isCloseTo(0.016, within(0.00002));
    assertThat(GcVisibility.hitByPausesAlone(shorter.serviceLevel(p99(60, 9, 30, 20)).context()))
        .hasValue(0);
  }

  @Test
  void without_a_target_or_with_too_few_collections_nothing_is_said() {
    assertThat(GcVisibility.of(new Situation().gc(gc("G1", 600, 120, MILLI)).context())).isEmpty();
    assertThat(
            GcVisibility.of(
                new Situation()
                    .gc(gc("G1", 600, 9, MILLI))
                    .serviceLevel(p99(1, 1, 1, 1))
                    .context()))
        .isEmpty();
  }
}

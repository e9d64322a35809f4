package io.github.rustfit.engine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected figures: what {@code python3 cost_model.py}, the project's arithmetic oracle, prints for
 * its worked examples: 15 KLOC, 4 developers, 12,000 a person-month, 5 years, 8 GiB and 2 vCPU an
 * instance, memory binds. It rounds money to whole units, person-months to one decimal and the
 * payback to two.
 */
class MigrationTest {

  private static Migration worked(double instances, String scenario) {
    double[] a =
        switch (scenario) { // memory, effort, coupling, ramp-up, overrun, recurring, dual run
          case "pess" -> new double[] {.2, 2.5, 1.5, 6, 1.5, 6, 3};
          case "cent" -> new double[] {.5, 1.1, 1.2, 4, 1.25, 3, 2};
          default -> new double[] {.6, .5, 1.0, 3, 1.0, 1, 1};
        };
    return new Migration(
        new Migration.Fleet(instances, 8, 2, 38.9, 354.6),
        new Migration.Reduction(a[0], 0, true, false),
        new Migration.Effort(15, a[1], a[2], a[4], 4, a[3], .5, a[6]),
        new Migration.Running(12_000, a[5], 5));
  }

  @ParameterizedTest
  @CsvSource({
    "10, pess, 622, 1158541, 96.4, -71378, -1515429,",
    "10, cent, 1556, 393850, 32.8, -34444, -566070,",
    "10, opt, 1867, 162340, 13.5, -10133, -213004,",
    "200, pess, 12448, 1197316, 96.4, -59552, -1495076,",
    "200, cent, 31120, 410007, 32.8, -4880, -434407,",
    "200, opt, 37344, 168803, 13.5, 25344, -42083, 6.66",
    "1000, pess, 62240, 1360580, 96.4, -9760, -1409380,",
    "1000, cent, 155600, 478033, 32.8, 119600, 119967, 4.0",
    "1000, opt, 186720, 196013, 13.5, 174720, 677587, 1.12",
    "10000, pess, 622400, 3197300, 96.4, 550400, -445300, 5.81",
    "10000, cent, 1556000, 1243333, 32.8, 1520000, 6356667, 0.82",
    "10000, opt, 1867200, 502133, 13.5, 1855200, 8773867, 0.27"
  })
  void agrees_with_the_oracle_on_every_worked_example(
      double instances,
      String scenario,
      double saving,
      double oneTime,
      double personMonths,
      double net,
      double left,
      Double payback) {
    Migration migration = worked(instances, scenario);

    assertThat(migration.savingPerYear()).isCloseTo(saving, within(.51));
    assertThat(migration.oneTimeCost()).isCloseTo(oneTime, within(.51));
    assertThat(migration.personMonths()).isCloseTo(personMonths, within(.051));
    assertThat(migration.netPerYear()).isCloseTo(net, within(.51));
    assertThat(migration.netPresentValue()).isCloseTo(left, within(.51));
    if (payback == null) {
      assertThat(migration.paybackYears()).isEmpty();
    } else {
      assertThat(migration.paybackYears().orElseThrow()).isCloseTo(payback, within(.0051));
    }
  }

  /** 1,000 instances of 2 vCPU at 354.6 and 8 GiB at 38.9: a fifth is 141,840 and 62,240. */
  @ParameterizedTest
  @CsvSource({"true, false, 62240", "false, true, 141840", "true, true, 204080"})
  void only_what_binds_saves_money(boolean memory, boolean cpu, double saving) {
    Migration one =
        new Migration(
            new Migration.Fleet(1000, 8, 2, 38.9, 354.6),
            new Migration.Reduction(.2, .2, memory, cpu),
            worked(1, "opt").effort(),
            worked(1, "opt").running());

    assertThat(one.savingPerYear()).isCloseTo(saving, within(1e-6));
  }

  @Test
  void a_rewrite_that_needs_more_cpu_costs_money() {
    Migration slower =
        new Migration(
            new Migration.Fleet(100, 1, 1, 1, 10),
            new Migration.Reduction(0, -.05, false, true),
            worked(1, "opt").effort(),
            worked(1, "opt").running());

    assertThat(slower.savingPerYear()).isCloseTo(-50, within(1e-9));
    assertThat(slower.paybackYears()).isEmpty();
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> new Migration.Reduction(1.1, 0, true, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Migration.Fleet(-1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Migration.Running(Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

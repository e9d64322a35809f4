package io.github.rustfit.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static Decision decision(String component, String from, String until) {
    return new Decision(
        "boxing:Tax",
        component,
        Decision.Kind.TUNE,
        "it goes",
        "team-x",
        LocalDate.parse(from),
        LocalDate.parse(until),
        "rustfit.yaml",
        7);
  }

  @Test
  void about_one_component_it_names_the_finding_of_no_other() {
    Decision ofShop = decision("shop", "2026-01-01", "2026-12-31");

    assertThat(ofShop.names("boxing:Tax", "shop")).isTrue();
    assertThat(ofShop.names("boxing:Tax", "web")).isFalse();
    assertThat(ofShop.names("boxing:Tax", "")).isFalse();
    assertThat(ofShop.names("boxing:Price", "shop")).isFalse();
  }

  @Test
  void about_no_component_it_names_the_finding_of_every_one() {
    Decision ofAll = decision("", "2026-01-01", "2026-12-31");

    assertThat(ofAll.names("boxing:Tax", "shop")).isTrue();
    assertThat(ofAll.names("boxing:Tax", "")).isTrue();
    assertThat(ofAll.names("boxing:Price", "shop")).isFalse();
  }

  @Test
  void it_holds_on_its_first_and_on_its_last_day_and_on_none_outside() {
    Decision decision = decision("", "2026-03-05", "2026-03-07");

    assertThat(decision.inForce(LocalDate.parse("2026-03-04"))).isFalse();
    assertThat(decision.inForce(LocalDate.parse("2026-03-05"))).isTrue();
    assertThat(decision.inForce(LocalDate.parse("2026-03-07"))).isTrue();
    assertThat(decision.inForce(LocalDate.parse("2026-03-08"))).isFalse();
    assertThat(decision.expired(LocalDate.parse("2026-03-07"))).isFalse();
    assertThat(decision.expired(LocalDate.parse("2026-03-08"))).isTrue();
  }

  @Test
  void one_that_ends_before_it_begins_is_none() {
    assertThat(decision("", "2026-03-05", "2026-03-05").text())
        .isEqualTo("tune, decided by team-x on 2026-03-05 until 2026-03-05: it goes");
    assertThatThrownBy(() -> decision("", "2026-03-05", "2026-03-04"))
        .hasMessage("decided on 2026-03-05, but only until 2026-03-04");
  }
}

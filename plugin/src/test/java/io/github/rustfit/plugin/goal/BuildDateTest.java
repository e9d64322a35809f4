package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildDateTest {

  @Test
  void the_day_is_what_the_build_says_and_never_the_clock() throws Exception {
    // date -u -d @1772323200: 2026-03-01T00:00:00Z
    Map<String, String> epoch = Map.of("SOURCE_DATE_EPOCH", "1772323200");
    assertThat(BuildDate.given("2026-02-03", epoch)).contains(LocalDate.of(2026, 2, 3));
    assertThat(BuildDate.given("", epoch)).contains(LocalDate.of(2026, 3, 1));
    assertThat(BuildDate.given(null, Map.of())).isEmpty();
    assertThatThrownBy(() -> BuildDate.given(null, Map.of("SOURCE_DATE_EPOCH", "today")))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("SOURCE_DATE_EPOCH is 'today'");
  }
}

package io.github.rustfit.readers.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.readers.input.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, 250000000",
    "90s, 90000000000",
    "1.5m, 90000000000",
    "2h, 7200000000000",
    "1d, 86400000000000",
    "' 5M ', 300000000000"
  })
  void offsets_count_from_the_start_of_the_jvm(String text, long nanos) {
    assertThat(Window.of(text, null, false).of(1_000))
        .isEqualTo(new Window.Span(1_000 + nanos, Long.MAX_VALUE));
  }

  /** 2026-11-29T20:15:00Z is 1,795,983,300 s after 1970, as {@code date -d … +%s} has it. */
  @Test
  void times_of_the_clock_need_their_offset() {
    assertThat(Window.of("2026-11-29T20:15:00Z", null, false).of(77).from())
        .isEqualTo(1_795_983_300_000_000_000L);
    assertThat(Window.of(null, "2026-11-29T21:15:00.5+01:00", false).of(77).to())
        .isEqualTo(1_795_983_300_500_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "-5s",
        "5 s",
        "1e9s",
        "2026-11-29T20:15:00",
        "noon",
        "9999999999s",
        "9999-12-31T00:00:00Z"
      })
  void everything_else_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Window.of(null, text, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rustfit.to")
        .hasMessageContaining("90s")
        .hasMessageContaining("2026-11-29T20:15:00Z");
  }

  @Test
  void a_window_that_holds_nothing_is_refused() {
    assertThatThrownBy(() -> Window.of("5m", "300s", false))
        .hasMessageContaining("rustfit.from (5m) does not lie before rustfit.to (300s)");
  }

  @Test
  void it_begins_no_sooner_than_start_up_is_over() {
    Window window = Window.of("10s", null, true).startUp(30_000_000_000L);
    assertThat(window.of(0).from()).isEqualTo(30_000_000_000L);
    assertThat(Window.of("40s", null, true).startUp(30_000_000_000L).of(0).from())
        .isEqualTo(40_000_000_000L);
  }

  @Test
  void it_is_told_in_words_and_behind_a_path() {
    Window window = Window.of("90s", "5m", true);
    assertThat(window).hasToString("from 90s to 5m, without start-up");
    assertThat(window.suffix()).isEqualTo("#from=90s,to=5m,skipStartup");
    assertThat(Window.ALL.suffix()).isEmpty();
    assertThat(Window.of(null, null, true)).hasToString("without start-up");
  }
}

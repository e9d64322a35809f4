package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTimeTest {

  @ParameterizedTest
  @CsvSource({"90,90", "90s,90", " 5m ,300", "5min,300", "1h,3600", "24h,86400", "1 s,1"})
  void a_time_is_read(String text, long seconds) throws RecordingException {
    assertThat(RecordingTime.parse(text)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0s", "-5s", "abc", "5x", "1.5m", "25h", "999999999h", "9999999999"})
  void what_is_none_is_refused(String text) {
    assertThatThrownBy(() -> RecordingTime.parse(text))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("5m");
  }
}

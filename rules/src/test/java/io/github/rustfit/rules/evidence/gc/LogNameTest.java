package io.github.rustfit.rules.evidence.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as the JVM, logrotate and people give them; -1 where rotation numbers nothing. */
class LogNameTest {

  @ParameterizedTest
  @CsvSource({
    "gc.log, gc.log, -1",
    "gc.log.3, gc.log, 3",
    "gc.log.0.current, gc.log, 0",
    "gc.log.12.gz, gc.log, 12",
    "gc.log.12.zst, gc.log, 12",
    "gc.log-20261121.gz, gc.log, -1",
    "gc.log.1.2, gc.log, -1",
    "logs/pod-1/gc.log.3, logs/pod-1/gc.log, 3",
    "logs/1, logs/1, -1"
  })
  void a_name_is_split_where_rotation_puts_its_number(String path, String series, long number) {
    assertThat(LogName.of(path)).isEqualTo(new LogName(path, series, number));
  }

  private static boolean follows(String after, String before) {
    return LogName.of(after).mayFollow(LogName.of(before));
  }

  @Test
  void a_series_goes_on_with_the_next_number_with_number_0_or_without_one() {
    assertThat(follows("gc.log.3", "gc.log.2")).isTrue();
    assertThat(follows("gc.log.1", "gc.log.0")).isTrue();
    assertThat(follows("gc.log.0", "gc.log.4")).isTrue();
    assertThat(follows("gc.log", "gc.log.4")).isTrue();
    assertThat(follows("gc.log.3", "gc.log")).isTrue();
    assertThat(follows("gc.log.3", "gc.log.1")).isFalse();
    assertThat(follows("gc.log.2", "gc.log.3")).isFalse();
    assertThat(follows("gc.log.1", "gc.log.4")).isFalse();
    assertThat(follows("gc.log.3", "other.log.2")).isFalse();
  }
}

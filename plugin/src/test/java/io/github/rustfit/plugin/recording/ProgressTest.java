package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<String> log = new ArrayList<>();
  private final Progress progress = new Progress(42, Duration.ofMinutes(1), log::add);

  @Test
  void every_ten_seconds_it_is_said_how_far_it_is() {
    for (int millis = 0; millis < 30_000; millis += 200) {
      progress.at(Duration.ofMillis(millis));
    }
    assertThat(log)
        .containsExactly(
            "recording process 42, 10 s of 60 s.", "recording process 42, 20 s of 60 s.");
  }

  @Test
  void a_build_that_was_kept_waiting_says_once_where_it_is_and_goes_on_from_there() {
    progress.at(Duration.ofMillis(34_900));
    progress.at(Duration.ofMillis(35_100));
    progress.at(Duration.ofMillis(39_999));
    progress.at(Duration.ofSeconds(40));
    assertThat(log)
        .containsExactly(
            "recording process 42, 34 s of 60 s.", "recording process 42, 40 s of 60 s.");
  }
}

package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void a_later_option_takes_the_place_of_one_that_sets_the_same() {
    assertThat(
            Options.with(
                Options.of(" -Xmx1g  -XX:+UseG1GC -Da=b -XX:MaxGCPauseMillis=50 "),
                List.of("-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50")))
        .containsExactly(
            "-Da=b", "-XX:MaxGCPauseMillis=50", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50");
    assertThat(
            Options.with(
                List.of("-XX:-UseStringDeduplication", "-Xss4m"),
                List.of("-XX:+UseStringDeduplication", "-XX:ThreadStackSize=1024")))
        .containsExactly("-XX:+UseStringDeduplication", "-XX:ThreadStackSize=1024");
    assertThat(Options.with(List.of("-Xlog:gc"), List.of("-Xlog:safepoint")))
        .containsExactly("-Xlog:gc", "-Xlog:safepoint");
  }

  @Test
  void options_that_set_the_same_are_taken_away() {
    assertThat(Options.without(List.of("-Xss8m", "-Xmx1g"), List.of("-Xss1m")))
        .containsExactly("-Xmx1g");
  }
}

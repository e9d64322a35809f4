package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.jvm.StartUp;
import org.junit.jupiter.api.Test;

/** Neither module sees the other, and both say when compiling has died down. */
class DiedDownTest {

  @Test
  void the_window_and_the_rule_mean_the_same() {
    assertThat(StartUpHistory.DIED_DOWN).isEqualTo(StartUp.DIED_DOWN.value());
  }
}

package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.rules.stats.Share;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static Share share(double value) {
    return new Share(value, value, value, 1000);
  }

  @Test
  void what_belongs_to_nobody_is_told_apart_from_tests() {
    assertThat(Wording.ours(new Unattributed(share(0.25), share(0.15))))
        .endsWith(
            "25.0 % belong to no component: 15.0 % are of tests, and on the other stacks is no class of"
                + " the source (frameworks, libraries, the JVM).");
    assertThat(Wording.ours(new Unattributed(share(0.25), share(0.25))))
        .endsWith("25.0 % belong to no component: 25.0 % are of tests.");
    assertThat(Wording.ours(new Unattributed(share(0.25), share(0))))
        .isEqualTo(
            "75.0 % of the CPU samples belong to this code base, JDK and library code that it calls"
                + " included; 25.0 % belong to no component: no class of the source is on their stacks"
                + " (frameworks, libraries, the JVM).");
  }
}

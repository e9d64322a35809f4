package io.github.rustfit.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.testing.ATuning;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuneTextTest {

  private static String text(Tuning tuning) {
    return String.join("\n", TuneText.lines(tuning, List.of()));
  }

  @Test
  void an_executable_has_no_options_to_copy_and_the_best_on_a_jvm_is_told_as_well() {
    String text =
        text(
            ATuning.of(
                Aim.START_UP,
                ATuning.code("native-image", "", Result.BETTER, 8),
                ATuning.tried("ParallelGC on 17", "17.0.9", "Parallel", Result.BETTER, 2)));

    assertThat(text)
        .contains("Take \"native-image\", which needs no JVM: it takes 0.13×")
        .contains("That is an executable: ship it in place of the JVM.")
        .contains(
            "On a JVM \"ParallelGC on 17\" is the best: 0.50× (0.49 – 0.52), on JDK 17.0.9 with"
                + " -Xmx1g -XX:+UseParallelGC.")
        .doesNotContain("JAVA_TOOL_OPTIONS");
  }

  @Test
  void other_code_is_to_be_taken_over() {
    assertThat(text(ATuning.of(Aim.CPU, ATuning.code("fixed", "17.0.9", Result.BETTER, 2))))
        .contains("That is other code: take \"fixed\" over")
        .contains("ENV JAVA_TOOL_OPTIONS=\"-Xmx1g\"");
  }
}

package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.jvm.JdkFeature;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkVersionTest {

  private static Outcome judge(String... versions) {
    return new JdkVersion()
        .judge(
            new Situation().gc(gcCpu(gc("G1", 600, 10, MILLI), Tally.UNKNOWN, versions)).context());
  }

  @Test
  void the_oldest_recorded_jvm_decides_at_21() {
    assertThat(judge("21+35").answer()).isEqualTo(Answer.YES);
    assertThat(judge("20.0.2+9").answer()).isEqualTo(Answer.NO);
    assertThat(judge("25+36", "17.0.15+6").answer()).isEqualTo(Answer.NO);
    assertThat(judge("25+36", "17.0.15+6").findings())
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("The recorded JVM is JDK 17.");
  }

  @Test
  void unknown_without_a_version_that_can_be_read() {
    assertThat(judge().answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge("a fork").answer()).isEqualTo(Answer.UNKNOWN);
  }

  /** The schemes of JEP 223 and of JDK 8 and before. */
  @ParameterizedTest
  @CsvSource({
    "17.0.15+6, 17",
    "21, 21",
    "25-ea+3, 25",
    "1.8.0_402, 8",
    "10.0.1, 10",
    "11.0.2+9-LTS, 11"
  })
  void the_feature_release_is_read_from_both_schemes(String version, int feature) {
    assertThat(JdkFeature.of(version)).hasValue(feature);
  }
}

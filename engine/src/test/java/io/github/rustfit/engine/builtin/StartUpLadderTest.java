package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartUpLadderTest {

  private static Outcome judge(Targets targets, String... options) {
    return new StartUpLadder().judge(Small.situation(targets, options).context());
  }

  @Test
  void the_first_that_was_not_tried_is_named_with_its_flags() {
    Outcome outcome = judge(Small.startUp(500, 1900));
    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "Start-up is 1900.0 ms (cold starts), the target is 500.0 ms: missed. Not tried yet: an"
                + " AOT cache or shared class data; the JVM was started without -XX:AOTCache or an"
                + " archive of shared classes.");
    assertThat(outcome.findings())
        .extracting(Finding::remedy)
        .singleElement()
        .asString()
        .contains("-XX:AOTCacheOutput=app.aot", "JEP 483, 514, 515", "not with ZGC before JDK 26")
        .contains("Next on the ladder: the serial collector, the first compiler alone, a native");
  }

  @Test
  void what_the_jvm_was_started_with_was_tried() {
    Outcome outcome = judge(Small.startUp(500, 1900), "-XX:AOTCache");
    assertThat(outcome.facts().get(0).text()).contains("Not tried yet: the serial collector");
  }

  @Test
  void it_is_exhausted_when_all_was_declared_as_tried() {
    Targets tried =
        Small.startUp(500, 1900)
            .after(
                Set.of(
                    Remedy.AOT_CACHE,
                    Remedy.SERIAL_COLLECTOR,
                    Remedy.FIRST_TIER,
                    Remedy.NATIVE_IMAGE));
    assertThat(judge(tried).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void it_has_no_say_without_a_target_and_none_yet_while_the_start_is_unknown() {
    assertThat(judge(Targets.NONE).concerned()).isFalse();
    assertThat(judge(Small.startUp(500, 400)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(Targets.NONE.startUp(Target.of(500))).answer()).isEqualTo(Answer.UNKNOWN);
  }
}

package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RepresentativeLoadTest {

  private static Outcome judge(Situation situation) {
    return new RepresentativeLoad().judge(situation.context());
  }

  @Test
  void the_declaration_decides() {
    assertThat(judge(new Situation().representative(true)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(new Situation().representative(false)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void unknown_until_it_is_declared() {
    assertThat(judge(new Situation()).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(new Situation()).wouldDecide())
        .singleElement()
        .asString()
        .contains("recording.representative");
  }

  @Test
  void tests_and_benchmarks_are_named_whatever_is_declared() {
    Outcome undeclared = judge(recorded(Launcher.TESTS));
    assertThat(undeclared.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(undeclared.facts())
        .containsExactly(
            Fact.measured("This is a recording of tests, not of the application at work."));
    assertThat(undeclared.wouldDecide())
        .singleElement()
        .asString()
        .contains("rustfit:record", "recording.representative");

    Outcome declared = judge(recorded(Launcher.BENCHMARK).representative(true));
    assertThat(declared.answer()).isEqualTo(Answer.YES);
    assertThat(declared.facts())
        .extracting(Fact::text)
        .last()
        .asString()
        .contains("recording of benchmarks");
    assertThat(judge(recorded(Launcher.TESTS).representative(false)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void an_application_beside_them_is_told_apart() {
    assertThat(judge(recorded(Launcher.APPLICATION)).facts()).isEmpty();
    assertThat(judge(recorded(Launcher.APPLICATION, Launcher.TESTS)).facts())
        .containsExactly(Fact.measured("Some of what was recorded are tests."));
  }

  private static Situation recorded(Launcher... launchers) {
    RecordingFacts facts =
        new RecordingFacts(
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            Map.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(List.of(launchers)),
            new TreeSet<>(),
            SamplingFacts.EMPTY,
            ProcessFacts.UNKNOWN,
            ThreadSamples.EMPTY);
    return new Situation().recording(profile -> profile.with(facts));
  }
}

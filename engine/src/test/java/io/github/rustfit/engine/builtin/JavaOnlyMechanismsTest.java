package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.MechanismUse.Mechanism;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JavaOnlyMechanismsTest {

  /** A component of that many files, some of which use a mechanism. */
  private static Outcome judge(int files, int using, Mechanism mechanism) {
    List<SourceFile> sources = new ArrayList<>();
    SourceFile hot = Situation.HOT;
    for (int i = 0; i < files; i++) {
      sources.add(
          new SourceFile(
              hot.module(),
              "F" + i + ".java",
              "aa" + i,
              hot.role(),
              hot.packageName(),
              9,
              hot.imports(),
              List.of(),
              new TreeSet<>(),
              i < using
                  ? new TreeSet<>(List.of(new MechanismUse(mechanism, 7)))
                  : new TreeSet<>()));
    }
    return new JavaOnlyMechanisms().judge(new Situation().sources(sources).context());
  }

  @ParameterizedTest
  @EnumSource(names = {"BYTECODE", "SERIALIZATION"})
  void one_use_refuses(Mechanism mechanism) {
    Outcome outcome = judge(100, 1, mechanism);

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text()).endsWith("F0.java:7.");
  }

  @ParameterizedTest
  @CsvSource({"40, 4, YES", "50, 5, NO", "51, 5, YES", "5, 5, NO", "4, 4, YES"})
  void reflection_refuses_where_it_is_spread(int files, int using, Answer answer) {
    assertThat(judge(files, using, Mechanism.REFLECTION).answer()).isEqualTo(answer);
  }

  @Test
  void a_cost_is_named_with_its_first_places() {
    Outcome outcome = judge(100, 5, Mechanism.CLASS_LOADING);

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.facts().get(0).text())
        .startsWith("Cost: it loads classes itself")
        .endsWith("F0.java:7, F1.java:7, F2.java:7 and 2 more.");
    assertThat(judge(100, 100, Mechanism.SERIALIZED_COPY).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void yes_where_nothing_is_used() {
    assertThat(judge(3, 0, Mechanism.BYTECODE).answer()).isEqualTo(Answer.YES);
    assertThat(judge(0, 0, Mechanism.BYTECODE).facts().get(0).text()).startsWith("There is no");
  }
}

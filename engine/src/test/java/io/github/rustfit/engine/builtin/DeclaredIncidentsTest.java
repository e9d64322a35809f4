package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.Situation;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredIncidentsTest {

  private static Outcome judge(OptionalInt races, OptionalInt memory, String... imports) {
    return new DeclaredIncidents()
        .judge(new Situation().incidents(races, memory).imports(imports).context());
  }

  private static final OptionalInt NONE = OptionalInt.of(0);

  @Test
  void no_if_neither_kind_was_an_incident_and_no_native_memory_is_touched() {
    assertThat(judge(NONE, NONE, "java.util.List").answer()).isEqualTo(Answer.NO);
  }

  @Test
  void incidents_only_take_the_objection_away() {
    assertThat(judge(OptionalInt.of(9), OptionalInt.of(9), "sun.misc.Unsafe").answer())
        .isEqualTo(Answer.YES);
    assertThat(judge(OptionalInt.of(1), NONE).answer()).isEqualTo(Answer.YES);
    assertThat(judge(OptionalInt.of(1), OptionalInt.empty()).answer()).isEqualTo(Answer.YES);
    assertThat(new DeclaredIncidents().descriptor().role()).isEqualTo(Role.REFUSING);
  }

  @Test
  void unknown_unless_both_kinds_are_declared() {
    assertThat(judge(OptionalInt.empty(), OptionalInt.empty()).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(NONE, OptionalInt.empty()).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(NONE, OptionalInt.empty()).wouldDecide())
        .singleElement()
        .asString()
        .contains("incidents.memorySafety");
  }

  @ParameterizedTest
  @CsvSource({
    "sun.misc.Unsafe",
    "sun.misc.*",
    "java.lang.foreign.Arena",
    "java.lang.foreign.*",
    "java.lang.foreign.Arena.ofAuto",
    "com.sun.jna.Native",
    "io.netty.buffer.ByteBuf",
    "io.netty.util.*"
  })
  void a_native_memory_import_keeps_the_question_open(String imported) {
    assertThat(judge(NONE, NONE, imported).answer()).isEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.*",
    "sun.misc.Signal",
    "com.sun.jnax.Native",
    "io.netty.channel.*",
    "io.netty.*"
  })
  void a_name_that_only_looks_alike_does_not(String imported) {
    assertThat(judge(NONE, NONE, imported).answer()).isEqualTo(Answer.NO);
  }
}

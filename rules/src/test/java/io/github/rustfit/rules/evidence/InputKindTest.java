package io.github.rustfit.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputKindTest {

  /** What an input holds is told by the id alone, since files carry nothing else. */
  @ParameterizedTest
  @CsvSource({
    "jfr, false",
    "pprof, false",
    "gc-log, true",
    "j9-gc-log, true",
    "gc-log-2, false",
    "mygc-log, false"
  })
  void ids_of_gc_logs_end_in_gc_log(String id, boolean log) {
    assertThat(new InputKind(id).gcLog()).isEqualTo(log);
    assertThat(
            new Input("a", id, "aa", Input.Status.READ, "", LineCounts.NONE, Labels.NONE).gcLog())
        .isEqualTo(log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JFR", "a b", "-a", "a-", "1a", "unknown", "zip"})
  void an_id_is_words_and_none_that_is_taken(String id) {
    assertThatThrownBy(() -> new InputKind(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + id + "'");
  }
}

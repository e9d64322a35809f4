package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredOperationsTest {

  private static Outcome judge(
      @Nullable String languages, @Nullable String onCall, @Nullable Boolean binaries) {
    return new DeclaredOperations()
        .judge(
            new Situation()
                .facts(
                    new Declared()
                        .operations(
                            languages == null ? List.of() : List.of(languages.split(" ")),
                            onCall == null ? "" : onCall,
                            Optional.ofNullable(binaries))
                        .facts())
                .context());
  }

  @ParameterizedTest
  @CsvSource({
    "java rust, sre, true, YES",
    "Java Rust, sre, true, YES",
    "java, sre, true, NO",
    "java, , , NO",
    "rust, sre, false, NO",
    ", , false, NO",
    "rust, sre, , UNKNOWN",
    "rust, , true, UNKNOWN",
    ", sre, true, UNKNOWN"
  })
  void all_three_must_be_declared_in_favour_and_one_refusal_is_enough(
      @Nullable String languages,
      @Nullable String onCall,
      @Nullable Boolean binaries,
      Answer answer) {
    assertThat(judge(languages, onCall, binaries).answer()).isEqualTo(answer);
  }

  @Test
  void it_asks_for_what_is_not_declared_by_its_keys() {
    assertThat(judge(null, null, null).wouldDecide())
        .containsExactly(
            "Declare approvedLanguages, operations.nativeBinaries, operations.onCall in"
                + " rustfit.yaml.");
  }
}

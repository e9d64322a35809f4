package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.policy.Level;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How a crossed limit is told. */
class ViolationTest {

  private static Violation saying(String message) {
    return new Violation(
        "a",
        Violation.VERDICT,
        Level.ERROR,
        Optional.empty(),
        "review-for-rust",
        OptionalDouble.empty(),
        "not review-for-rust",
        "",
        message,
        "Look at it.");
  }

  @Test
  void a_sentence_ends_with_one_full_stop() {
    assertThat(saying("takes 50 % of the CPU").sentence()).isEqualTo("takes 50 % of the CPU.");
    assertThat(saying("comes out as x: the target is missed.").sentence())
        .isEqualTo("comes out as x: the target is missed.");
  }
}

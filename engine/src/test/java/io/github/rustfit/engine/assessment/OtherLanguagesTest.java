package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherLanguagesTest {

  @Test
  void files_of_other_languages_are_counted_by_language() {
    assertThat(
            OtherLanguages.problem(
                    List.of(
                        Situation.HOT,
                        file("app", "Price.kt", "com.acme", type("com.acme.Price", 1, 9)),
                        file("app", "Tax.kt", "com.acme", type("com.acme.Tax", 1, 9)),
                        file("app", "Sum.scala", "com.acme", type("com.acme.Sum", 1, 9))))
                .map(Problem::message))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("Some shipped files are not Java: Kotlin (2), Scala (1)."));
  }

  @Test
  void java_alone_is_no_problem() {
    assertThat(OtherLanguages.problem(List.of(Situation.HOT, Situation.REST))).isEmpty();
  }
}

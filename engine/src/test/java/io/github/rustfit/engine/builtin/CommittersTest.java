package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.AnyHistory;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommittersTest {

  private static Outcome judge(Map<String, Long> authors, Map<String, Long> otherLanguages) {
    return new Committers()
        .judge(
            new Situation()
                .repository(
                    RepositoryEvidence.of(
                        new TreeMap<>(
                            Map.of(
                                "c1",
                                AnyHistory.of(
                                    AnyHistory.folder(3, 10, 100, authors, List.of()),
                                    otherLanguages)))))
                .context());
  }

  /** By hand: 5 of 10 changes are not more than half, 5 + 3 are. */
  @Test
  void it_counts_people_and_the_fewest_who_made_more_than_half() {
    assertThat(judge(Map.of("a", 5L, "b", 3L, "c", 2L), Map.of()).facts())
        .singleElement()
        .extracting(Fact::text)
        .asString()
        .startsWith("3 people changed it, and 2 of them made more than half");
    assertThat(judge(Map.of("a", 6L, "b", 3L, "c", 1L), Map.of()).facts().get(0).text())
        .contains("and 1 of them");
    assertThat(judge(Map.of(), Map.of()).facts().get(0).text()).startsWith("Nobody changed it");
  }

  @Test
  void it_tells_of_native_code_that_somebody_here_wrote() {
    assertThat(judge(Map.of(), Map.of("rust", 4L, "jni", 1L)).facts().get(1).text())
        .isEqualTo("Its repository holds native code: 1 jni, 4 rust files.");
  }

  @Test
  void it_never_decides() {
    assertThat(new Committers().descriptor().role()).isEqualTo(Role.SUPPORTING);
    assertThat(judge(Map.of("a", 5L), Map.of("rust", 4L)).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(new Committers().judge(new Situation().context()).facts()).isEmpty();
  }
}

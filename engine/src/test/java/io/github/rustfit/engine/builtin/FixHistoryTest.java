package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.AnyHistory;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixHistoryTest {

  private static History history(List<FixCommit> fixes) {
    return AnyHistory.of(AnyHistory.folder(3, 10, 100, Map.of("aa", 1L), fixes), Map.of());
  }

  private static Outcome judge(History history) {
    return new FixHistory()
        .judge(
            new Situation()
                .repository(RepositoryEvidence.of(new TreeMap<>(Map.of(history.head(), history))))
                .context());
  }

  /**
   * Wilson's 95 % interval against 10 %, with z² = 3.8415: of n without a hit the upper bound is z²
   * / (n + z²), so 34 are too few (10.15 %) and 35 suffice (9.89 %). 6 of 30 are 9.5 to 37.3 %, 7
   * of 30 are 11.8 to 40.9 %; 1 of 55 is at most 9.6 % (figures of statsmodels'
   * proportion_confint).
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, UNKNOWN",
    "29, 0, UNKNOWN",
    "0, 29, UNKNOWN",
    "0, 34, UNKNOWN",
    "0, 35, NO",
    "6, 24, UNKNOWN",
    "7, 23, YES",
    "1, 54, NO",
    "30, 0, YES"
  })
  void of_thirty_fixes_the_near_bound_of_the_share_decides(int races, int others, Answer answer) {
    assertThat(judge(history(AnyHistory.fixes(races, others))).answer()).isEqualTo(answer);
  }

  @Test
  void it_names_the_commits_and_what_java_has_against_the_others() {
    FixCommit missed =
        new FixCommit("cccccccccccc", 0, new TreeSet<>(Set.of(FixClass.NULL, FixClass.RESOURCE)));
    List<FixCommit> fixes = AnyHistory.fixes(2, 3);
    fixes.add(missed);

    assertThat(judge(history(fixes)).facts())
        .extracting(Fact::text)
        .satisfiesExactly(
            first -> assertThat(first).contains("6 fix commits", "aaaaaaaa0000, aaaaaaaa0001."),
            second -> assertThat(second).contains("too few", "30 would be needed"),
            second ->
                assertThat(second)
                    .contains("1 names null, which NullAway", "try-with-resources")
                    .doesNotContain("deadlock"));
  }

  @Test
  void null_and_resources_never_speak_for_rust() {
    List<FixCommit> fixes = AnyHistory.fixes(0, 0);
    for (int i = 0; i < 40; i++) {
      fixes.add(
          new FixCommit(
              "cccccccccc" + (10 + i),
              0,
              new TreeSet<>(
                  Set.of(
                      FixClass.NULL, FixClass.RESOURCE, FixClass.DEADLOCK, FixClass.SWALLOWED))));
    }
    assertThat(judge(history(fixes)).answer()).isEqualTo(Answer.NO);
  }

  /** One commit in two folders of a component, which shows a race in one of them. */
  @Test
  void a_fix_in_several_folders_counts_once_with_all_that_it_shows() {
    FixCommit here = new FixCommit("cccccccccccc", 9, new TreeSet<>(Set.of(FixClass.NULL)));
    FixCommit there = new FixCommit("cccccccccccc", 9, new TreeSet<>(Set.of(FixClass.RACE)));
    ComponentHistory history =
        new ComponentHistory(
            "c1",
            9,
            false,
            true,
            true,
            List.of(
                AnyHistory.folder(3, 10, 100, Map.of("aa", 1L), List.of(here)),
                AnyHistory.folder(3, 10, 100, Map.of("aa", 1L), List.of(there))),
            new TreeMap<>());

    assertThat(history.fixes())
        .singleElement()
        .extracting(FixCommit::classes)
        .isEqualTo(new TreeSet<>(Set.of(FixClass.NULL, FixClass.RACE)));
  }

  @Test
  void a_shallow_clone_is_unknown_and_says_how_to_fetch_the_rest() {
    Outcome outcome = judge(AnyHistory.shallow(history(AnyHistory.fixes(40, 0)), 1.9));

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide())
        .singleElement()
        .asString()
        .contains("git fetch --unshallow", "fetch-depth: 0");
    assertThat(judge(AnyHistory.shallow(history(AnyHistory.fixes(40, 0)), 2.1)).answer())
        .as("24 months are there")
        .isEqualTo(Answer.YES);
  }

  @Test
  void without_history_it_is_unknown_and_says_what_to_do() {
    Outcome outcome = new FixHistory().judge(new Situation().context());

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.facts()).isEmpty();
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("git clone");
  }
}

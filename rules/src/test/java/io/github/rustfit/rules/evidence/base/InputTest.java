package io.github.rustfit.rules.evidence.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.testing.Records;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {

  private static final LineCounts ONE_LINE = new LineCounts(1, 0, 0, List.of());

  private static Input named(String path) {
    return new Input(path, "jfr", "aa", Input.Status.READ, "", LineCounts.NONE, Labels.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "a.jfr, '', a.jfr",
    "'a.jfr#from=60s,to=5m', 'from=60s,to=5m', a.jfr",
    "a.jfr#to=5m, to=5m, a.jfr",
    "'a.jfr#from=60s,skipStartup', 'from=60s,skipStartup', a.jfr",
    "a.jfr#skipStartup, skipStartup, a.jfr",
    "x/a#1.jfr, '', x/a#1.jfr",
    "x/a#1.jfr#to=5m, to=5m, x/a#1.jfr",
    "a.jfr#from=60s#1, '', a.jfr#from=60s#1",
    "#from=60s, '', #from=60s"
  })
  void a_part_is_what_follows_the_name_and_says_from_where_to_where(
      String path, String part, String file) {
    assertThat(named(path).part()).isEqualTo(part);
    assertThat(named(path).file()).isEqualTo(file);
  }

  /** Each differs from the one before in one thing more that is asked later. */
  @Test
  void inputs_stand_by_path_then_by_kind_digest_status_problem_lines_and_labels() {
    Labels shop = Labels.NONE.with("service", "shop");
    Records.stand(
        List.of(
            new Input("a", "jfr", "bb", Input.Status.READ, "", ONE_LINE, shop),
            new Input("b", "gc-log", "bb", Input.Status.READ, "", ONE_LINE, shop),
            new Input("b", "jfr", "aa", Input.Status.PARTIAL, "cut", ONE_LINE, shop),
            new Input("b", "jfr", "bb", Input.Status.READ, "", ONE_LINE, shop),
            new Input("b", "jfr", "bb", Input.Status.PARTIAL, "cut", ONE_LINE, shop),
            new Input("b", "jfr", "bb", Input.Status.PARTIAL, "hurt", LineCounts.NONE, shop),
            new Input("b", "jfr", "bb", Input.Status.PARTIAL, "hurt", ONE_LINE, Labels.NONE),
            new Input("b", "jfr", "bb", Input.Status.PARTIAL, "hurt", ONE_LINE, shop)));
  }

  @Test
  void another_name_and_labels_change_nothing_else() {
    Labels shop = Labels.NONE.with("service", "shop");

    assertThat(named("a.jfr").labelled("b.jfr", shop))
        .isEqualTo(new Input("b.jfr", "jfr", "aa", Input.Status.READ, "", LineCounts.NONE, shop));
  }

  @Test
  void kinds_stand_by_their_ids_and_problems_by_file_line_and_text() {
    Records.stand(List.of(InputKind.COLLAPSED, InputKind.GC_LOG, InputKind.JFR));
    Records.stand(
        List.of(
            new Problem("a", 2, "Bad.", "Mend it."),
            new Problem("b", 1, "Worse.", "Mend it."),
            new Problem("b", 2, "Bad.", "Mend it."),
            new Problem("b", 2, "Worse.", "Add it."),
            new Problem("b", 2, "Worse.", "Mend it.")));
  }

  @Test
  void a_problem_of_a_whole_file_names_no_line() {
    assertThat(new Problem("a.log", 0, "Bad.", "Mend it.").text())
        .isEqualTo("a.log: Bad. Mend it.");
  }

  /** 5 + 3 + 2 lines, of which the first two that have no place are told. */
  @Test
  void lines_are_understood_or_others_or_without_a_place() {
    LineCounts lines = new LineCounts(5, 3, 2, List.of(4L, 9L));

    assertThat(lines.total()).isEqualTo(10);
    assertThat(lines.known()).isTrue();
    assertThat(new LineCounts(0, 0, 1, List.of()).known()).isTrue();
    assertThat(LineCounts.NONE.total()).isZero();
    assertThat(LineCounts.NONE.known()).isFalse();
  }

  @Test
  void no_more_lines_are_told_than_there_are() {
    Records.refuseNegative(3, n -> new LineCounts(n[0], n[1], n[2], List.of()));
    assertThat(new LineCounts(0, 0, 1, List.of(7L)).firstUnplaced()).containsExactly(7L);
    assertThatThrownBy(() -> new LineCounts(9, 9, 1, List.of(7L, 8L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counts_of_lines_stand_by_what_was_understood_first() {
    Records.stand(
        List.of(
            new LineCounts(1, 9, 9, List.of(3L)),
            new LineCounts(2, 1, 9, List.of(3L)),
            new LineCounts(2, 2, 1, List.of(3L)),
            new LineCounts(2, 2, 2, List.of(3L)),
            new LineCounts(2, 2, 2, List.of(4L))));
  }
}

package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which logs are parts of one run. The first covers 0 to 10 s, with the collections 0 and 1. */
class GcSeriesTest {

  private static final GcSummary LOG = Logs.of(new RunHistory.Builder().build(1, "", SECOND, 0));

  private static APart first() {
    return from(0, 10 * SECOND).fromStart(false).opening(0, 1).closing(0, 1);
  }

  private static APart later(long second, long... numbers) {
    return from(second * SECOND, (second + 5) * SECOND).opening(numbers).closing(numbers);
  }

  private static Set<String> set(String... digests) {
    return new TreeSet<>(List.of(digests));
  }

  private static void runs(Logs logs, List<Set<String>> runs) {
    assertThat(logs.series().runs())
        .containsExactlyElementsOf(runs.stream().map(TreeSet::new).toList());
  }

  @Test
  void a_log_that_goes_on_with_the_next_collection_is_of_the_same_run() {
    Logs logs =
        new Logs()
            .add("gc.log.0", "bb", LOG, first().build())
            .add("gc.log.1", "aa", LOG, later(12, 2, 3).build())
            .add("other.log", "cc", LOG, later(12, 2, 3).build());

    runs(logs, List.of(set("aa", "bb"), set("cc")));
    assertThat(logs.series().problems()).isEmpty();
  }

  @Test
  void one_run_may_go_on_through_many_logs_whatever_their_names_count() {
    runs(
        new Logs()
            .add("gc.log.2", "aa", LOG, first().build())
            .add("gc.log.0", "bb", LOG, later(12, 2, 3).build())
            .add("gc.log", "cc", LOG, later(18, 4).build())
            .add("gc.log.5", "dd", LOG, later(24, 5).build()),
        List.of(set("aa", "bb", "cc", "dd")));
  }

  /**
   * No collection happened while the second log was written, so the third goes on with the number
   * that is next after the first, though its name does not follow. Digests tell no order.
   */
  @Test
  void numbers_are_remembered_across_a_log_without_collections() {
    runs(
        new Logs()
            .add("gc.log.0", "cc", LOG, first().build())
            .add("gc.log.1", "bb", LOG, later(12).build())
            .add("gc.log.4", "aa", LOG, later(18, 2).build()),
        List.of(set("aa", "bb", "cc")));
    runs(
        new Logs()
            .add("gc.log.0", "cc", LOG, first().build())
            .add("gc.log.1", "bb", LOG, later(12).build())
            .add("gc.log.4", "aa", LOG, later(18, 3).build()),
        List.of(set("aa"), set("bb", "cc")));
  }

  /** Logs of JDK 8 have no numbers: then the names have to follow each other. */
  @ParameterizedTest
  @CsvSource({"gc.log.1, 1", "gc.log, 1", "gc.log.2, 2", "x.log.1, 2"})
  void without_numbers_of_collections_the_names_decide(String name, int runs) {
    Logs logs =
        new Logs()
            .add("gc.log.0", "aa", LOG, from(0, 10 * SECOND).fromStart(false).build())
            .add(name, "bb", LOG, from(12 * SECOND, 20 * SECOND).build());

    assertThat(logs.series().runs()).hasSize(runs);
  }

  @Test
  void numbers_on_one_side_alone_do_not_replace_names_that_follow() {
    assertThat(
            new Logs()
                .add("gc.log.0", "aa", LOG, first().build())
                .add("gc.log.2", "bb", LOG, from(12 * SECOND, 20 * SECOND).build())
                .series()
                .runs())
        .hasSize(2);
    assertThat(
            new Logs()
                .add("gc.log.0", "aa", LOG, from(0, 10 * SECOND).fromStart(false).build())
                .add("gc.log.2", "bb", LOG, later(12, 2).build())
                .series()
                .runs())
        .hasSize(2);
  }

  @Test
  void a_log_of_several_names_goes_on_by_any_of_them() {
    runs(
        new Logs()
            .add("a.log.0", "aa", LOG, first().build())
            .add("b.log", "bb", LOG, later(12, 2, 3).build())
            .copy("a.log", "bb"),
        List.of(set("aa", "bb")));
  }

  /** Both go on with collection 2; the one that begins at 12 s is nearer to the end at 10 s. */
  @Test
  void of_two_that_may_go_on_the_earlier_does() {
    runs(
        new Logs()
            .add("gc.log.0", "aa", LOG, first().build())
            .add("gc.log.1", "bb", LOG, later(14, 2, 3).build())
            .add("gc.log.2", "cc", LOG, later(12, 2, 3).build()),
        List.of(set("aa", "cc"), set("bb")));
  }

  /**
   * Two runs end with collection 1, at 10 s and at 11 s; what begins at 12 s follows the latter.
   */
  @Test
  void of_two_that_may_be_gone_on_from_the_nearer_is() {
    runs(
        new Logs()
            .add("gc.log.0", "aa", LOG, first().build())
            .add("gc.log.1", "bb", LOG, from(0, 11 * SECOND).opening(0, 1).closing(1).build())
            .add("gc.log.2", "cc", LOG, later(12, 2).build()),
        List.of(set("aa"), set("bb", "cc")));
  }

  /** The first log ends amid a second run, which goes on in the next one and ends there. */
  @Test
  void a_restart_within_a_log_begins_another_run_which_may_go_on() {
    GcRunPart again = from(5 * SECOND, 10 * SECOND).fromStart(true).opening(0).closing(0).build();
    Logs logs =
        new Logs()
            .add("gc.log.0", "aa", LOG, first().build(), again)
            .add("gc.log.1", "bb", LOG, later(12, 1, 2).build());

    runs(logs, List.of(set("aa", "bb")));
    assertThat(logs.series().problems()).isEmpty();
  }

  @Test
  void logs_whose_parts_or_summaries_are_missing_stand_alone() {
    runs(
        new Logs().add("gc.log.0", "aa", LOG).add("gc.log.1", "bb", LOG, later(12, 2, 3).build()),
        List.of(set("aa"), set("bb")));
  }

  @Test
  void a_log_that_goes_on_where_none_ends_misses_a_part() {
    Logs logs =
        new Logs()
            .add("gc.log.0", "aa", LOG, first().build())
            .add("gc.log.2", "bb", LOG, later(30, 7, 8).build());

    assertThat(logs.series().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("gc.log.2");
              assertThat(problem.message()).contains("amid a run of a JVM, with GC(7), and");
            });
    runs(logs, List.of(set("aa"), set("bb")));
  }

  @Test
  void without_numbers_a_missing_part_has_no_number() {
    Logs logs =
        new Logs()
            .add("gc.log.0", "aa", LOG, from(0, 10 * SECOND).fromStart(false).build())
            .add("gc.log.2", "bb", LOG, from(30 * SECOND, 40 * SECOND).build());

    assertThat(logs.series().problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("amid a run of a JVM, and no other part");
  }

  @Test
  void a_log_from_a_start_and_the_first_that_is_left_miss_nothing() {
    assertThat(
            new Logs()
                .add("gc.log.0", "aa", LOG, first().build())
                .add("gc.log.1", "bb", LOG, from(30 * SECOND, 40 * SECOND).fromStart(true).build())
                .series()
                .problems())
        .isEmpty();
    assertThat(
            new Logs()
                .add("gc.log.0", "aa", LOG, later(12, 4, 5).build())
                .add("gc.log.1", "bb", LOG, later(18, 6).build())
                .series()
                .problems())
        .isEmpty();
  }

  @Test
  void logs_of_which_none_goes_on_are_summed_and_nothing_else() {
    GcSummary sum = Logs.of(new RunHistory.Builder().build(1, "", 7 * MILLI, 0));

    assertThat(
            new Logs()
                .add("gc.log.0", "aa", LOG, first().build())
                .add("other.log", "bb", LOG, later(12, 2, 3).build())
                .series()
                .across(sum))
        .isSameAs(sum);
  }
}

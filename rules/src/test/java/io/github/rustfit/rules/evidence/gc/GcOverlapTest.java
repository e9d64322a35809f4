package io.github.rustfit.rules.evidence.gc;

import static io.github.rustfit.rules.evidence.gc.APart.from;
import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.testing.GcBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One JVM that pauses for n ms when it is n s old, told by several logs. */
class GcOverlapTest {

  /** The history of the seconds from one to another, since the first of them. */
  private static RunHistory seconds(int first, int last) {
    return shifted(first, last, n -> 0);
  }

  /** The same where the stamp of the pause of a second is off. */
  private static RunHistory shifted(int first, int last, LongUnaryOperator off) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int n = first; n <= last; n++) {
      run.pause((n - first) * SECOND + off.applyAsLong(n), n * MILLI, "Pause", "", -1, -1, -1);
    }
    return run.build(1, "G1", (last - first) * SECOND + SECOND / 2, 0);
  }

  private static GcRunPart part(int first) {
    return from(first * SECOND, 1000 * SECOND).build();
  }

  private static Logs two(RunHistory one, GcRunPart first, RunHistory other, GcRunPart second) {
    return new Logs()
        .add("a.log", "aa", Logs.of(one), first)
        .add("b.log", "bb", Logs.of(other), second);
  }

  private static void counted(Logs logs, String... digests) {
    assertThat(logs.overlap().counted().keySet()).containsExactly(digests);
    assertThat(logs.overlap().problems()).isEmpty();
  }

  @Test
  void two_outputs_of_one_jvm_count_once_and_the_lower_digest_counts() {
    counted(two(seconds(1, 5), part(1), seconds(1, 5), part(1)), "aa");
  }

  @Test
  void a_copy_that_was_made_earlier_is_within_the_later_one() {
    counted(two(seconds(1, 3), part(1), seconds(1, 5), part(1)), "bb");
  }

  @Test
  void a_piece_that_begins_later_is_within_the_whole() {
    counted(two(seconds(3, 5), part(3), seconds(1, 6), part(1)), "bb");
  }

  @Test
  void logs_of_other_times_all_count() {
    counted(two(seconds(1, 4), part(1), seconds(6, 9), part(6)), "aa", "bb");
    counted(new Logs().add("a.log", "aa", Logs.of(seconds(1, 4)), part(1)), "aa");
  }

  @Test
  void what_no_log_tells_alone_is_not_counted_and_said() {
    GcOverlap overlap = two(seconds(1, 4), part(1), seconds(3, 5), part(3)).overlap();

    assertThat(overlap.counted().keySet()).containsExactly("aa");
    assertThat(overlap.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("b.log");
              assertThat(problem.message()).contains("same run of a JVM as a.log");
            });
  }

  /** Of several names of the same bytes the first in order is told. */
  @Test
  void a_problem_names_each_log_by_its_first_name() {
    GcOverlap overlap =
        two(seconds(1, 4), part(1), seconds(3, 5), part(3))
            .copy("a-copy.log", "aa")
            .copy("z.log", "bb")
            .overlap();

    assertThat(overlap.problems()).extracting(Problem::where).containsExactly("b.log");
    assertThat(overlap.problems().get(0).message()).contains("as a-copy.log,");
  }

  @Test
  void pieces_that_are_told_by_several_others_together_count_once() {
    counted(
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 6)), part(1))
            .add("b.log", "bb", Logs.of(seconds(1, 3)), part(1))
            .add("c.log", "cc", Logs.of(seconds(4, 6)), part(4)),
        "aa");
  }

  /** The first and the last count with five and four pauses, and hold the three between. */
  @Test
  void a_piece_across_two_that_count_is_told_by_both() {
    counted(
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 5)), part(1))
            .add("b.log", "bb", Logs.of(seconds(4, 7)), part(4))
            .add("c.log", "cc", Logs.of(seconds(6, 11)), part(6)),
        "aa",
        "cc");
  }

  @Test
  void another_jvm_that_pauses_at_the_same_times_counts() {
    RunHistory.Builder other = new RunHistory.Builder();
    for (int n = 1; n <= 5; n++) {
      other.pause((n - 1) * SECOND, n * MILLI + 1, "Pause", "", -1, -1, -1);
    }
    counted(two(seconds(1, 5), part(1), other.build(1, "G1", 5 * SECOND, 0), part(1)), "aa", "bb");
  }

  /** Stamps are rounded to milliseconds, so two ms lie between them at most. */
  @ParameterizedTest
  @CsvSource({"2, true", "-2, true", "3, false", "-3, false"})
  void stamps_of_one_pause_are_two_milliseconds_apart_at_most(long millis, boolean same) {
    Logs logs =
        two(seconds(1, 5), part(1), shifted(1, 5, n -> n == 1 ? 0 : millis * MILLI), part(1));

    assertThat(logs.overlap().counted()).hasSize(same ? 1 : 2);
  }

  /** Nine of ten are 90 %. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2"})
  void one_pause_of_ten_may_be_another(int others, int counted) {
    Logs logs =
        two(
            seconds(1, 10),
            part(1),
            shifted(1, 10, n -> n > 3 && n <= 3 + others ? 9 * MILLI : 0),
            part(1));

    assertThat(logs.overlap().counted()).hasSize(counted);
  }

  /** One pause is alike by chance, unless both tell that their JVMs started together. */
  @Test
  void one_common_pause_is_enough_where_the_start_is_known() {
    RunHistory one = seconds(1, 1);
    GcRunPart untold = part(1);
    GcRunPart told = from(SECOND, 1000 * SECOND).clock(true, 500 * SECOND).build();

    counted(two(one, untold, one, untold), "aa", "bb");
    counted(two(one, told, one, untold), "aa", "bb");
    counted(two(one, untold, one, told), "aa", "bb");
    counted(two(one, told, one, told), "aa");
    counted(two(seconds(1, 2), untold, seconds(1, 2), untold), "aa");
  }

  /** The clock may be set by a minute while a JVM runs. */
  @ParameterizedTest
  @CsvSource({"560, 1", "440, 1", "561, 2", "439, 2"})
  void jvms_that_started_more_than_a_minute_apart_are_two(long start, int counted) {
    GcRunPart one = from(SECOND, 1000 * SECOND).clock(true, 500 * SECOND).build();
    GcRunPart other = from(SECOND, 1000 * SECOND).clock(true, start * SECOND).build();

    assertThat(two(seconds(1, 5), one, seconds(1, 5), other).overlap().counted()).hasSize(counted);
  }

  /** One log tells seconds since the start, 500 s after 1970, the other since 1970. */
  @Test
  void uptime_and_dates_meet_where_the_start_is_known() {
    GcRunPart uptime = from(SECOND, 1000 * SECOND).clock(true, 500 * SECOND).build();
    GcRunPart dates = from(501 * SECOND, 1500 * SECOND).clock(false, -1).build();
    GcRunPart others = from(502 * SECOND, 1500 * SECOND).clock(false, -1).build();
    RunHistory run = seconds(1, 5);

    counted(two(run, uptime, run, dates), "aa");
    counted(two(run, dates, run, uptime), "aa");
    counted(two(run, others, run, uptime), "aa", "bb");
    counted(two(run, part(1), run, dates), "aa", "bb");
    counted(two(run, dates, run, part(1)), "aa", "bb");
  }

  @Test
  void a_start_beyond_all_time_is_none() {
    GcRunPart uptime = from(SECOND, 1000 * SECOND).clock(true, Long.MAX_VALUE - 5).build();
    GcRunPart dates = from(501 * SECOND, 1500 * SECOND).clock(false, -1).build();

    counted(two(seconds(1, 5), uptime, seconds(1, 5), dates), "aa", "bb");
  }

  private static RunHistory sized(long before, long after) {
    RunHistory.Builder run = new RunHistory.Builder();
    for (int n = 1; n <= 5; n++) {
      run.pause((n - 1) * SECOND, n * MILLI, "Pause", "", before, after, -1);
    }
    return run.build(1, "G1", 5 * SECOND, 0);
  }

  @Test
  void pauses_of_other_sizes_are_others_and_sizes_that_are_not_printed_may_be_the_same() {
    counted(two(sized(9, 4), part(1), sized(9, 4), part(1)), "aa");
    counted(two(sized(9, 4), part(1), sized(-1, 4), part(1)), "aa");
    counted(two(sized(9, -1), part(1), sized(9, 4), part(1)), "aa");
    counted(two(sized(9, 4), part(1), sized(8, 4), part(1)), "aa", "bb");
    counted(two(sized(9, 4), part(1), sized(9, 5), part(1)), "aa", "bb");
  }

  private static GcDetails.Builder details() {
    return GcDetails.builder().runs(Logs.of(seconds(1, 5)).details().runs());
  }

  /** Each tells one thing more than a log of lower digest, which would count otherwise. */
  @Test
  void of_equally_many_pauses_the_log_that_tells_more_counts() {
    GcSummary plain = Logs.of(seconds(1, 5));
    TreeMap<GcIncident, Tally> never =
        new TreeMap<>(Map.of(GcIncident.EXPLICIT_GC, new Tally(0, 1)));
    Tally some = new Tally(1, 1);
    GcIncidents incidents =
        new GcIncidents(never, new TreeMap<>(), PauseTotal.NONE, -1, PauseTotal.NONE);
    SafepointTotals stops =
        new SafepointTotals(1, PauseHistogram.EMPTY, PauseHistogram.EMPTY, new TreeMap<>());
    for (GcSummary more :
        List.of(
            plain.with(details().incidents(incidents).build()),
            plain.with(details().safepoints(stops).build()),
            plain.with(details().promotion(some).build()),
            plain.with(details().kinds(new TreeMap<>(Map.of("a", PauseTotal.NONE))).build()),
            GcBuilder.from(plain).gcCpu(some).build(),
            GcBuilder.from(plain).allocation(some).build(),
            GcBuilder.from(plain).nanos(9 * SECOND, 9 * SECOND).build())) {
      counted(
          new Logs().add("a.log", "aa", plain, part(1)).add("b.log", "bb", more, part(1)), "bb");
    }
  }

  @Test
  void more_pauses_go_before_more_kinds_of_facts() {
    GcSummary few =
        Logs.of(seconds(1, 3))
            .with(
                GcDetails.builder()
                    .runs(Logs.of(seconds(1, 3)).details().runs())
                    .kinds(new TreeMap<>(Map.of("a", PauseTotal.NONE)))
                    .build());

    counted(
        new Logs()
            .add("a.log", "aa", few, part(1))
            .add("b.log", "bb", Logs.of(seconds(1, 5)), part(1)),
        "bb");
  }

  /** The log has another run, of which nothing is kept, so that nobody tells all that it does. */
  @Test
  void a_log_with_a_run_that_is_not_kept_is_within_no_other() {
    GcSummary more =
        Logs.of(seconds(1, 3))
            .with(GcDetails.builder().runs(new GcRuns(2, List.of(seconds(1, 3)))).build());
    GcOverlap overlap =
        new Logs()
            .add("a.log", "aa", more, part(1))
            .add("b.log", "bb", Logs.of(seconds(1, 5)), part(1))
            .overlap();

    assertThat(overlap.counted().keySet()).containsExactly("bb");
    assertThat(overlap.problems()).extracting(Problem::where).containsExactly("a.log");
  }

  /** Of the two that count, the one with the most pauses is another JVM's. */
  @Test
  void a_problem_names_the_log_that_tells_of_the_same_run() {
    GcOverlap overlap =
        two(seconds(1, 4), part(1), seconds(3, 5), part(3))
            .add("c.log", "cc", Logs.of(seconds(100, 120)), part(100))
            .overlap();

    assertThat(overlap.counted().keySet()).containsExactly("aa", "cc");
    assertThat(overlap.problems().get(0).message()).contains("as a.log,");
  }

  /** What a log tells of everything is more than of one thing. */
  @Test
  void kinds_of_facts_add_up() {
    GcSummary plain = Logs.of(seconds(1, 5));
    Tally some = new Tally(1, 1);
    SafepointTotals stops =
        new SafepointTotals(1, PauseHistogram.EMPTY, PauseHistogram.EMPTY, new TreeMap<>());
    GcSummary two = plain.with(details().safepoints(stops).promotion(some).build());
    GcSummary three =
        GcBuilder.from(plain)
            .gcCpu(some)
            .allocation(some)
            .details(details().kinds(new TreeMap<>(Map.of("a", PauseTotal.NONE))).build())
            .build();

    counted(new Logs().add("a.log", "aa", two, part(1)).add("b.log", "bb", three, part(1)), "bb");
    counted(new Logs().add("a.log", "aa", three, part(1)).add("b.log", "bb", two, part(1)), "aa");
  }

  /** A second run, numbered 2, begins anew with seconds 20 to 24. */
  private static RunHistory second() {
    RunHistory run = seconds(20, 24);
    return new RunHistory("", 2, "G1", run.nanos(), 0, run.pauses(), run.live());
  }

  @Test
  void the_last_run_of_a_log_may_be_told_by_another() {
    counted(
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 5), second()), part(1), part(20))
            .add("b.log", "bb", Logs.of(seconds(20, 24)), part(20)),
        "aa");
    counted(
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 5), second()), part(1), part(40))
            .add("b.log", "bb", Logs.of(seconds(20, 24)), part(20)),
        "aa",
        "bb");
  }

  /** Of a run between others only the time since the JVM's start is known: it begins at 0. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_run_amid_a_log_is_told_again_only_by_uptime(boolean uptime) {
    RunHistory third = new RunHistory("", 3, "G1", SECOND, 0, PauseTimeline.EMPTY, new TreeMap<>());
    GcRunPart first = from(100 * SECOND, 1000 * SECOND).clock(uptime, -1).build();
    GcRunPart zero = from(0, 1000 * SECOND).clock(uptime, -1).build();
    Logs logs =
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 2), second(), third), first, first)
            .add("b.log", "bb", Logs.of(seconds(20, 24)), zero);

    counted(logs, uptime ? new String[] {"aa"} : new String[] {"aa", "bb"});
  }

  @Test
  void without_parts_nothing_is_known_to_overlap() {
    Logs logs =
        new Logs()
            .add("a.log", "aa", Logs.of(seconds(1, 5)))
            .add("b.log", "bb", Logs.of(seconds(1, 5)));

    counted(logs, "aa", "bb");
  }
}

package io.github.rustfit.rules.evidence;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static Evidence of(
      Map<String, ProfileSummary> profiles,
      Map<String, GcSummary> logs,
      Map<String, GcSummary> recorded) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(profiles),
        new TreeMap<>(logs),
        Collections.emptySortedMap(),
        new TreeMap<>(recorded),
        new TreeSet<>(),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static ProfileSummary recording(long seconds, long count) {
    return profile(seconds, samples(count, cpu(Situation.IN_HOT)));
  }

  @Test
  void the_same_recording_twice_counts_once_and_two_recordings_add_up() {
    Evidence one = of(Map.of("aa", recording(60, 10)), Map.of(), Map.of());
    Evidence other = of(Map.of("bb", recording(60, 5)), Map.of(), Map.of());

    assertThat(one.merge(one).profile().total(SampleKind.CPU).samples()).isEqualTo(10);
    assertThat(one.merge(other).profile().total(SampleKind.CPU).samples()).isEqualTo(15);
    assertThat(one.merge(other).profile().recordedNanos()).isEqualTo(120 * SECOND);
  }

  @Test
  void of_two_readings_of_one_input_the_one_that_got_further_counts() {
    Evidence damaged = of(Map.of("aa", recording(30, 4)), Map.of(), Map.of());
    Evidence whole = of(Map.of("aa", recording(60, 10)), Map.of(), Map.of());

    assertThat(damaged.merge(whole)).isEqualTo(whole);
    assertThat(whole.merge(damaged)).isEqualTo(whole);
  }

  @Test
  void gc_logs_count_and_recorded_collections_stand_in_for_them() {
    GcSummary log = gc("G1", 600, 10, MILLI);
    GcSummary recorded = gc("G1", 300, 5, MILLI);

    assertThat(of(Map.of(), Map.of("aa", log), Map.of("bb", recorded)).gc()).isEqualTo(log);
    assertThat(of(Map.of(), Map.of(), Map.of("bb", recorded)).gc()).isEqualTo(recorded);
    assertThat(Evidence.EMPTY.gc().known()).isFalse();
  }

  /** The parts of a log are its own: a list that goes on elsewhere changes nothing. */
  @Test
  void the_runs_in_each_log_are_kept() {
    GcRunPart part =
        new GcRunPart(
            new GcRunPart.Clock(true, GcRunPart.NONE),
            new GcRunPart.Span(0, SECOND, 0, true, true, SECOND),
            new GcRunPart.Edges(GcRunPart.Ids.NOTHING, GcRunPart.Ids.NOTHING),
            new GcRunPart.Heap(-1, -1, -1, -1),
            new GcRunPart.Known(true, true, true));
    List<GcRunPart> parts = new ArrayList<>(List.of(part));
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(Map.of("aa", gc("G1", 1, 0, 0))),
            new TreeMap<>(Map.of("aa", parts)),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    parts.clear();

    assertThat(evidence.gcRuns()).isEqualTo(Map.of("aa", List.of(part)));
    assertThat(evidence.merge(Evidence.EMPTY).gcRuns()).isEqualTo(evidence.gcRuns());
  }

  @Test
  void what_a_log_does_not_carry_is_taken_from_the_recording_of_the_same_run() {
    // plain -Xlog:gc of ZGC: 60 s of cycles, no pauses, no collector CPU
    GcSummary log =
        GcBuilder.gc()
            .collector("ZGC")
            .nanos(60 * SECOND, 0)
            .collections(12, 0)
            .heap(96 << 20, 0)
            .build();
    GcSummary recorded =
        GcBuilder.gc()
            .collector("ZGC")
            .versions("25.0.3+9")
            .nanos(50 * SECOND, 50 * SECOND)
            .pauses(PauseHistogram.of(MILLI))
            .collections(11, 0)
            .gcCpu(new Tally(3 * SECOND, 50 * SECOND))
            .build();

    GcSummary gc = of(Map.of(), Map.of("aa", log), Map.of("bb", recorded)).gc();
    assertThat(gc.collections()).isEqualTo(12);
    assertThat(gc.maxHeapBytes()).isEqualTo(96 << 20);
    assertThat(gc.pauses()).isEqualTo(PauseHistogram.of(MILLI));
    assertThat(gc.pauseObservedNanos()).isEqualTo(50 * SECOND);
    assertThat(gc.gcCpu().perNano()).isEqualTo(0.06);
    assertThat(gc.jvmVersions()).containsExactly("25.0.3+9");
  }

  /** 60 pauses of 1 s in 600 s: 10 %, exactly. */
  @Test
  void the_ratio_of_pauses_is_exact() {
    assertThat(gc("G1", 600, 60, SECOND).pauseRatio()).isEqualTo(0.1);
    assertThat(gc("G1", 600, 60, SECOND).throughput()).isEqualTo(0.9);
  }

  @Test
  void unknown_pauses_are_not_a_ratio_of_zero_pauses() {
    GcSummary unread = GcSummary.EMPTY;

    assertThat(unread.pausesKnown()).isFalse();
    assertThat(unread.pauseRatio()).isZero();
    assertThat(unread.throughput()).isEqualTo(1);
  }

  @Test
  void samples_of_a_kind_that_was_not_enabled_are_refused() {
    assertThatThrownBy(
            () ->
                new ProfileSummary(
                    1,
                    Map.of(),
                    samples(1, cpu()),
                    Tally.UNKNOWN,
                    Tally.UNKNOWN,
                    new TreeSet<>(),
                    new TreeSet<>(),
                    RecordingFacts.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CPU");
  }

  @Test
  void an_amount_without_the_time_it_was_observed_over_is_refused() {
    assertThatThrownBy(() -> new Tally(5, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Tally(0, 5).known()).isTrue();
    assertThat(new Tally(3 * SECOND, 2 * SECOND).perNano()).isEqualTo(1.5);
    assertThat(new Tally(3, 2 * SECOND).perSecond()).isEqualTo(1.5);
  }

  @Test
  void an_input_is_read_exactly_if_it_has_no_problem() {
    assertThatThrownBy(
            () -> new Input("a", "jfr", "", Input.Status.FAILED, "", LineCounts.NONE, Labels.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Input("a", "jfr", "", Input.Status.READ, "cut", LineCounts.NONE, Labels.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_problem_says_where_what_and_what_to_do() {
    assertThat(new Problem("pom.xml", 3, "It is broken.", "Mend it.").text())
        .isEqualTo("pom.xml:3: It is broken. Mend it.");
    assertThat(new Problem("", 0, "It is broken.", "Mend it.").text())
        .isEqualTo("It is broken. Mend it.");
    assertThatThrownBy(() -> new Problem("", 0, "Broken.", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

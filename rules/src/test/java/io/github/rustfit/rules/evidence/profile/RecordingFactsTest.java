package io.github.rustfit.rules.evidence.profile;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.testing.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordingFactsTest {

  private static SamplingFacts sampling(
      Map<SampleKind, Long> leftOut, Map<String, Long> unread, Map<String, Long> labels) {
    return new SamplingFacts(
        Tally.UNKNOWN,
        new TreeSet<>(),
        new TreeMap<>(leftOut),
        new TreeSet<>(),
        new TreeMap<>(unread),
        new TreeMap<>(),
        new TreeMap<>(labels));
  }

  private static RecordingFacts thresholds(Map<SampleKind, Long> nanos) {
    TreeSet<Long> none = new TreeSet<>();
    return new RecordingFacts(
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        nanos,
        none,
        none,
        new TreeSet<>(),
        new TreeSet<>(),
        SamplingFacts.EMPTY,
        ProcessFacts.UNKNOWN,
        ThreadSamples.EMPTY);
  }

  @Test
  void what_could_not_be_used_adds_up() {
    SamplingFacts one = sampling(Map.of(SampleKind.LOCK, 3L), Map.of("a.A", 5L), Map.of("k=v", 7L));
    SamplingFacts other =
        sampling(
            Map.of(SampleKind.LOCK, 20L, SampleKind.PARK, 1L),
            Map.of("a.A", 30L, "b.B", 2L),
            Map.of("k=v", 40L));

    assertThat(one.merge(other))
        .isEqualTo(
            sampling(
                Map.of(SampleKind.LOCK, 23L, SampleKind.PARK, 1L),
                Map.of("a.A", 35L, "b.B", 2L),
                Map.of("k=v", 47L)));
  }

  @Test
  void sums_that_are_no_long_any_more_stay_at_the_largest_and_nothing_stays_nothing() {
    SamplingFacts huge = sampling(Map.of(SampleKind.LOCK, Long.MAX_VALUE), Map.of(), Map.of());
    SamplingFacts none = sampling(Map.of(SampleKind.LOCK, 0L), Map.of(), Map.of());

    assertThat(huge.merge(huge)).isEqualTo(huge);
    assertThat(none.merge(none)).isEqualTo(none);
  }

  @Test
  void labels_take_the_place_of_labels() {
    SamplingFacts facts = sampling(Map.of(SampleKind.LOCK, 3L), Map.of(), Map.of("k=v", 7L));

    assertThat(facts.labelled(new TreeMap<>(Map.of("k=*", 9L))))
        .isEqualTo(sampling(Map.of(SampleKind.LOCK, 3L), Map.of(), Map.of("k=*", 9L)));
  }

  @Test
  void amounts_and_numbers_are_not_negative() {
    Records.refuseNegative(1, n -> sampling(Map.of(SampleKind.LOCK, n[0]), Map.of(), Map.of()));
    Records.refuseNegative(1, n -> sampling(Map.of(), Map.of("a.A", n[0]), Map.of()));
    Records.refuseNegative(1, n -> sampling(Map.of(), Map.of(), Map.of("k=v", n[0])));
    Records.refuseNegative(1, n -> thresholds(Map.of(SampleKind.LOCK, n[0])));
    Records.refuseNegative(1, n -> nativeFacts(false, Map.of("Metaspace", n[0])));
    Records.refuseNegative(3, n -> process(n[0], n[1], n[2], false));
    Records.refuseNegative(4, n -> new MethodCalls(n[0], n[1], n[2], Tally.UNKNOWN, n[3]));
    Records.refuseNegative(3, n -> new Weight(n[0], n[1], n[2]));
    Records.refuseNegative(1, n -> profile(n[0] * 60, Map.of()));
  }

  @Test
  void of_thresholds_the_largest_counts_for_each_kind() {
    RecordingFacts one = thresholds(Map.of(SampleKind.LOCK, 10L, SampleKind.FILE, 5L));
    RecordingFacts other = thresholds(Map.of(SampleKind.LOCK, 20L, SampleKind.PARK, 7L));

    for (RecordingFacts both : List.of(one.merge(other), other.merge(one))) {
      assertThat(both.thresholds())
          .isEqualTo(Map.of(SampleKind.LOCK, 20L, SampleKind.FILE, 5L, SampleKind.PARK, 7L));
    }
  }

  private static NativeFacts nativeFacts(boolean javaOnly, Map<String, Long> bytes) {
    return new NativeFacts(javaOnly, new TreeMap<>(bytes));
  }

  @Test
  void of_native_memory_the_most_counts_and_the_heap_is_a_part() {
    NativeFacts one = nativeFacts(false, Map.of(NativeFacts.HEAP, 64L, "Metaspace", 9L));
    NativeFacts other = nativeFacts(false, Map.of(NativeFacts.HEAP, 32L, "Code", 3L));

    assertThat(one.merge(other))
        .isEqualTo(nativeFacts(false, Map.of(NativeFacts.HEAP, 64L, "Metaspace", 9L, "Code", 3L)));
    assertThat(one.heapBytes()).isEqualTo(64);
    assertThat(nativeFacts(false, Map.of("Code", 3L)).heapBytes()).isZero();
  }

  @Test
  void one_recording_of_java_code_only_makes_the_sum_so() {
    NativeFacts all = nativeFacts(false, Map.of());
    NativeFacts javaOnly = nativeFacts(true, Map.of());

    assertThat(all.merge(all).cpuOfJavaOnly()).isFalse();
    assertThat(all.merge(javaOnly).cpuOfJavaOnly()).isTrue();
    assertThat(javaOnly.merge(all).cpuOfJavaOnly()).isTrue();
  }

  private static ProcessFacts process(long peak, long run, long startUp, boolean known) {
    return new ProcessFacts(
        peak,
        run,
        startUp,
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        known,
        new TreeSet<>(),
        NativeFacts.UNKNOWN);
  }

  @Test
  void of_two_processes_the_most_of_each_counts_and_options_are_known_where_one_tells() {
    assertThat(process(3, 20, 7, false).merge(process(9, 10, 5, true)))
        .isEqualTo(process(9, 20, 7, true));
    assertThat(process(9, 10, 5, true).merge(process(3, 20, 7, false)))
        .isEqualTo(process(9, 20, 7, true));
    assertThat(process(1, 1, 1, false).merge(process(1, 1, 1, false)).optionsKnown()).isFalse();
    assertThat(process(3, 20, 7, true).startUp(8)).isEqualTo(process(3, 20, 8, true));
  }

  @Test
  void calls_have_a_rate_where_the_time_of_counting_is_known() {
    MethodCalls timed = MethodCalls.timed(30, 500, 40);

    assertThat(timed.rateKnown()).isFalse();
    assertThat(timed.perSecond()).isZero();
    // 30 calls in 2 s
    assertThat(timed.over(2_000_000_000L).rateKnown()).isTrue();
    assertThat(timed.over(2_000_000_000L).perSecond()).isCloseTo(15, within(1e-9));
    assertThat(timed.over(2_000_000_000L).over(3).overNanos()).isEqualTo(2_000_000_000L);
    assertThat(timed.merge(timed).overNanos()).isZero();
  }

  @Test
  void half_of_the_samples_that_are_due_are_believed() {
    assertThat(new SampleRate(100, 200, 1).believed()).isTrue();
    assertThat(new SampleRate(99, 200, 1).believed()).isFalse();
    Records.refuseNegative(1, n -> new SampleRate(n[0], 1, 1));
    assertThatThrownBy(() -> new SampleRate(1, 0, 1)).hasMessageContaining("1 of 0");
    assertThatThrownBy(() -> new SampleRate(1, 1, 0)).hasMessageContaining("in 0 ns");
  }

  @Test
  void a_kind_was_recorded_though_it_has_no_samples() {
    ProfileSummary recording = observed(Map.of(SampleKind.LOCK, 5L));

    assertThat(recording.recorded(SampleKind.LOCK)).isTrue();
    assertThat(recording.recorded(SampleKind.CPU)).isFalse();
    Records.refuseNegative(1, n -> observed(Map.of(SampleKind.LOCK, n[0])));
  }

  private static ProfileSummary observed(Map<SampleKind, Long> nanos) {
    return new ProfileSummary(
        9,
        nanos,
        Map.of(),
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        new TreeSet<>(),
        new TreeSet<>(),
        RecordingFacts.EMPTY);
  }

  /** Two hash maps of different size iterate over the same keys in another order. */
  @Test
  void equal_recordings_have_one_text_and_others_have_another() {
    Map<SampleKey, Weight> wide = new HashMap<>(1 << 12);
    Map<SampleKey, Weight> narrow = new HashMap<>(2);
    for (int line = 1; line <= 40; line++) {
      wide.putAll(samples(line, cpu(frame("a.A", "run", line))));
    }
    for (int line = 40; line >= 1; line--) {
      narrow.putAll(samples(line, cpu(frame("a.A", "run", line))));
    }
    ProfileSummary one = ProfileSummary.ofSamples(9, wide);

    assertThat(one.canonical()).isEqualTo(ProfileSummary.ofSamples(9, narrow).canonical());
    narrow.putAll(samples(41, cpu(frame("a.A", "run", 40))));
    assertThat(one.canonical()).isNotEqualTo(ProfileSummary.ofSamples(9, narrow).canonical());
  }

  @Test
  void threads_have_a_text_of_their_stacks_and_no_group_without_samples() {
    ThreadSamples.Builder threads = new ThreadSamples.Builder();
    threads.add(List.of(frame("a.A", "run", 1)), "main", 3);
    threads.add(List.of(frame("b.B", "run", 1)), "pool-#", 0);

    assertThat(threads.build().toString()).contains("a.A").contains("main=3");
    assertThat(threads.build().toString()).doesNotContain("b.B");
  }
}

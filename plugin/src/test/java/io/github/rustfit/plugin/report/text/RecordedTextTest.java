package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedTextTest {

  private static ProfileSummary recorded(long seconds, List<String> labels, String... starts) {
    SamplingFacts sampling =
        new SamplingFacts(
            Tally.UNKNOWN,
            Collections.emptySortedSet(),
            Collections.emptySortedMap(),
            new TreeSet<>(
                Stream.of(starts)
                    .map(start -> Long.toHexString(Instant.parse(start).toEpochMilli() * 1_000_000))
                    .map(start -> start + "-1")
                    .toList()),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeMap<>(labels.stream().collect(Collectors.toMap(label -> label, label -> 1L))));
    RecordingFacts none = RecordingFacts.EMPTY;
    return new ProfileSummary(
        seconds * 1_000_000_000,
        Map.of(),
        Map.of(),
        Tally.UNKNOWN,
        Tally.UNKNOWN,
        new TreeSet<>(),
        new TreeSet<>(),
        new RecordingFacts(
            none.thrown(),
            none.lostBytes(),
            none.lostCpuSamples(),
            none.thresholds(),
            none.cpuLimits(),
            none.memoryLimits(),
            none.launchers(),
            none.jvms(),
            sampling,
            none.process(),
            ThreadSamples.EMPTY));
  }

  @Test
  void a_recording_says_when_it_began() {
    assertThat(RecordedText.when(recorded(300, List.of(), "2026-11-30T09:05:20Z")))
        .isEqualTo("5 min from 2026-11-30 09:05 UTC on");
  }

  /** Chunks of one recording follow each other within the recorded time. */
  @Test
  void chunks_of_one_recording_are_one_time() {
    assertThat(
            RecordedText.when(
                recorded(300, List.of(), "2026-11-30T09:05:20Z", "2026-11-30T09:09:20Z")))
        .isEqualTo("5 min from 2026-11-30 09:05 UTC on");
  }

  @Test
  void recordings_of_several_days_say_the_first_and_the_last() {
    assertThat(
            RecordedText.when(
                recorded(600, List.of(), "2026-11-28T09:05:20Z", "2026-11-30T18:00:00Z")))
        .isEqualTo(
            "10 min, the first part from 2026-11-28 09:05, the last from 2026-11-30 18:00 UTC"
                + " on");
  }

  @Test
  void without_a_clock_the_duration_is_said_and_without_a_recording_nothing() {
    assertThat(RecordedText.when(recorded(300, List.of()))).isEqualTo("5 min");
    assertThat(RecordedText.when(ProfileSummary.EMPTY)).isEmpty();
  }

  @Test
  void labels_tell_the_program_and_its_place_and_others_are_left_out() {
    assertThat(
            RecordedText.where(
                recorded(1, List.of("host.name=web-3", "service.name=shop", "thread=main", "odd"))))
        .containsExactly("host.name=web-3", "service.name=shop");
  }
}

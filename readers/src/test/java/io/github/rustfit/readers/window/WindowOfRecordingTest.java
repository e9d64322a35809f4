package io.github.rustfit.readers.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.collapsed.CollapsedReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.jfr.JfrInputReader;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected figures are counts of events by the JDK's own reader, by when they began. */
class WindowOfRecordingTest {

  /** In jdk17-profile: jdk.JVMInformation, jvmStartTime, as {@code jfr print} has it. */
  private static final Instant JVM_START = Instant.parse("2026-11-21T16:23:15.236Z");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void unpack() throws IOException {
    file = folder.resolve("app.jfr");
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                getClass().getResourceAsStream("/recordings/jdk17-profile.jfr.gz")))) {
      Files.copy(in, file);
    }
  }

  private OpenedInputs read(Window window) {
    return new Inputs(folder, List.of(new JfrInputReader()))
        .within(window)
        .read(List.of("app.jfr"));
  }

  private long count(String event, Instant from, Instant to) throws IOException {
    long count = 0;
    for (RecordedEvent one : RecordingFile.readAllEvents(file)) {
      boolean inside = !one.getStartTime().isBefore(from) && one.getStartTime().isBefore(to);
      count += one.getEventType().getName().equals(event) && inside ? 1 : 0;
    }
    return count;
  }

  private void agrees(Window window, Instant from, Instant to) throws IOException {
    Evidence evidence = read(window).evidence();
    ProfileSummary profile = evidence.profile();
    GcSummary gc = evidence.gc();

    assertThat(profile.total(SampleKind.CPU).samples())
        .isEqualTo(count("jdk.ExecutionSample", from, to))
        .isPositive();
    assertThat(gc.pauses().count()).isEqualTo(count("jdk.GCPhasePause", from, to)).isPositive();
    assertThat(profile.jvmVersions()).isNotEmpty();
    assertThat(gc.collectors()).isNotEmpty();
  }

  @Test
  void what_begins_between_two_times_since_the_start_of_the_jvm_counts() throws IOException {
    Window window = Window.of("2s", "4s", false);

    agrees(window, JVM_START.plusSeconds(2), JVM_START.plusSeconds(4));
    assertThat(read(window).evidence().profile().recordedNanos()).isEqualTo(2_000_000_000L);
    assertThat(read(window).evidence().gc().wallNanos()).isEqualTo(2_000_000_000L);
  }

  @Test
  void a_window_of_the_clock_has_the_same() {
    Evidence byClock =
        read(Window.of("2026-11-21T16:23:17.236Z", "2026-11-21T17:23:19.236+01:00", false))
            .evidence();
    Evidence byOffset = read(Window.of("2s", "4000ms", false)).evidence();

    assertThat(byClock.profile()).isEqualTo(byOffset.profile());
    assertThat(byClock.gc().pauses()).isEqualTo(byOffset.gc().pauses());
    assertThat(byClock.gc().allocation()).isEqualTo(byOffset.gc().allocation());
  }

  @Test
  void either_end_may_be_open() throws IOException {
    agrees(Window.of("3s", null, false), JVM_START.plusSeconds(3), Instant.MAX);
    agrees(Window.of("", "3s", false), Instant.MIN, JVM_START.plusSeconds(3));
  }

  /** The parts have all samples, and no sample is in two. */
  @Test
  void windows_side_by_side_add_up_to_the_whole() {
    ProfileSummary whole = read(Window.ALL).evidence().profile();
    ProfileSummary before = read(Window.of(null, "3s", false)).evidence().profile();
    ProfileSummary after = read(Window.of("3s", null, false)).evidence().profile();

    assertThat(before.total(SampleKind.CPU).samples() + after.total(SampleKind.CPU).samples())
        .isEqualTo(whole.total(SampleKind.CPU).samples());
    assertThat(before.recordedNanos() + after.recordedNanos()).isEqualTo(whole.recordedNanos());
  }

  @Test
  void a_part_is_told_from_the_whole_by_its_path_and_its_digest() {
    Input whole = read(Window.ALL).evidence().inputs().first();
    Input part = read(Window.of("2s", "4s", false)).evidence().inputs().first();

    assertThat(part.path()).isEqualTo("app.jfr#from=2s,to=4s");
    assertThat(part.sha256()).isNotEqualTo(whole.sha256()).hasSize(64);
  }

  @Test
  void a_recording_outside_of_the_window_says_nothing_and_that_is_said() {
    OpenedInputs opened = read(Window.of("1h", null, false));

    assertThat(opened.evidence().profile()).isEqualTo(ProfileSummary.EMPTY);
    assertThat(opened.evidence().gc()).isEqualTo(GcSummary.EMPTY);
    assertThat(opened.evidence().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("app.jfr#from=1h");
              assertThat(problem.message()).contains("Nothing of it lies in the window (from 1h)");
            });
  }

  /** Five seconds hold no two stretches of ten between events of the threads' CPU. */
  @Test
  void start_up_that_cannot_be_told_is_left_in_and_that_is_said() {
    OpenedInputs opened = read(Window.of(null, null, true));

    assertThat(opened.evidence().profile().total(SampleKind.CPU).samples()).isEqualTo(405);
    assertThat(opened.evidence().inputs().first().problem())
        .contains("start-up is not left out", "jdk.ThreadCPULoad", "rustfit.from");
  }

  @Test
  void what_tells_no_times_is_not_read_in_part() throws IOException {
    Files.writeString(folder.resolve("a.collapsed"), "a.B.c;d.E.f 10\n");
    OpenedInputs opened =
        new Inputs(folder, List.of(new CollapsedReader()))
            .within(Window.of("2s", null, false))
            .read(List.of("a.collapsed"));

    assertThat(opened.failedRequests()).containsExactly("a.collapsed");
    assertThat(opened.evidence().inputs().first().problem())
        .contains("does not tell when samples were taken", "rustfit.from");
  }
}

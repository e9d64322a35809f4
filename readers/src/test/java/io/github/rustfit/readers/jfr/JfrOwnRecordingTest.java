package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of this very JVM, compared with the JDK's own reader. */
class JfrOwnRecordingTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  static Path file;

  @SuppressWarnings("NullAway.Init")
  static Reading reading;

  @SuppressWarnings("NullAway.Init")
  static Oracle oracle;

  @BeforeAll
  static void record() throws Exception {
    file = Recordings.record(folder);
    reading = Recordings.read(file);
    oracle = Oracle.read(file);
  }

  @Test
  void is_read_in_full() {
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(Duration.ofNanos(reading.profile().recordedNanos()))
        .isBetween(
            Duration.ofMillis(400),
            Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
  }

  @Test
  void counts_the_samples_the_jdk_counts() {
    assertThat(reading.profile().total(SampleKind.CPU).samples())
        .isEqualTo(oracle.count("jdk.ExecutionSample"));
    assertThat(reading.profile().total(SampleKind.NATIVE).samples())
        .isEqualTo(oracle.count("jdk.NativeMethodSample"));
    assertThat(reading.profile().total(SampleKind.ALLOCATION).samples())
        .isPositive()
        .isEqualTo(oracle.allocation.counted().count());
  }

  @Test
  void weighs_a_cpu_sample_with_the_period_of_the_settings() {
    assertThat(reading.profile().total(SampleKind.CPU).amount())
        .isEqualTo(oracle.count("jdk.ExecutionSample") * 10_000_000);
  }

  @Test
  void finds_the_methods_and_lines_the_jdk_finds() {
    assertThat(
            reading.profile().samples().entrySet().stream()
                .filter(sample -> sample.getKey().kind() == SampleKind.CPU)
                .filter(sample -> !sample.getKey().stack().isEmpty())
                .collect(
                    Collectors.toMap(
                        sample -> name(sample.getKey().stack()),
                        sample -> sample.getValue().samples(),
                        Long::sum)))
        .isEqualTo(oracle.cpuLeaves);
  }

  @Test
  void weighs_allocations_and_names_types_as_source_does() {
    assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
        .isEqualTo(oracle.allocation.counted().bytes());
    assertThat(
            reading.profile().samples().keySet().stream()
                .map(key -> key.type())
                .filter(type -> !type.isEmpty()))
        .anyMatch(type -> type.endsWith("[]"))
        .allMatch(type -> !type.contains("/") && !type.startsWith("["));
  }

  @Test
  void finds_the_pauses_and_their_causes() {
    assertThat(reading.gc().pauses().count())
        .isPositive()
        .isEqualTo(oracle.count("jdk.GCPhasePause"));
    // The JDK rounds begin and end of a pause, this reader its length: one nanosecond each.
    assertThat(reading.gc().pauses().totalNanos())
        .isCloseTo(oracle.pauseNanos, Offset.offset(reading.gc().pauses().count()));
    assertThat(reading.gc().causes()).containsKey("System.gc()");
    assertThat(reading.gc().fullCollections()).isPositive();
  }

  @Test
  void knows_the_machine_and_the_jvm() throws Exception {
    // of the machine, whatever part of it this JVM may use; by the JDK's own reader
    Set<Integer> processors =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("jdk.CPUInformation"))
            .map(event -> event.getInt("hwThreads"))
            .collect(Collectors.toSet());
    assertThat(processors).hasSize(1);
    assertThat(reading.profile().cores()).isEqualTo(processors);
    Runtime.Version version = Runtime.version();
    assertThat(reading.profile().jvmVersions())
        .allMatch(text -> Runtime.Version.parse(text).feature() == version.feature());
  }

  @Test
  void a_disabled_event_is_unknown_and_an_enabled_one_without_samples_is_known() throws Exception {
    Path none = folder.resolve("none.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ActiveSetting");
      recording.enable("jdk.ObjectAllocationSample").with("throttle", "0/s");
      recording.start();
      recording.stop();
      recording.dump(none);
    }
    Reading result = Recordings.read(none);
    assertThat(result.status()).isEqualTo(Input.Status.READ);
    assertThat(result.profile().recorded(SampleKind.CPU)).isFalse();
    assertThat(result.profile().observed())
        .containsOnlyKeys(SampleKind.ALLOCATION)
        .containsValue(result.profile().recordedNanos());
    assertThat(result.gc().known()).isFalse();
  }

  @Test
  void without_pauses_the_collections_stand_in() throws Exception {
    Path some = folder.resolve("collections.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ActiveSetting");
      recording.enable("jdk.GarbageCollection");
      recording.start();
      System.gc();
      recording.stop();
      recording.dump(some);
    }
    Reading result = Recordings.read(some);
    assertThat(result.gc().pauses().totalNanos())
        .isPositive()
        .isEqualTo(Oracle.read(some).sumOfPauses);
    assertThat(result.gc().pausesKnown()).isTrue();
  }

  @Test
  void custom_events_do_not_disturb() throws Exception {
    Path own = folder.resolve("custom.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(Custom.class);
      recording.start();
      Custom event = new Custom();
      event.text = "übergrößenträger";
      event.commit();
      recording.stop();
      recording.dump(own);
    }
    assertThat(Recordings.read(own).status()).isEqualTo(Input.Status.READ);
  }

  @Test
  void several_recordings_in_one_file_add_up() throws Exception {
    Reading result = Recordings.read(Recordings.twice(Files.readAllBytes(file)), folder);
    assertThat(result.status()).isEqualTo(Input.Status.READ);
    assertThat(result.profile().samples())
        .isEqualTo(reading.profile().merge(reading.profile()).samples());
    assertThat(result.profile().recordedNanos()).isEqualTo(2 * reading.profile().recordedNanos());
  }

  private static String name(List<Frame> stack) {
    Frame leaf = stack.get(0);
    return leaf.className() + "." + leaf.method() + ":" + leaf.line();
  }

  static class Custom extends Event {
    String text = "";
  }
}

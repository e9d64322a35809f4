package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CPU samples by group of threads. Figures are those of {@code jfr print --events
 * jdk.ExecutionSample,jdk.CPUTimeSample} of JDK 25, counted by the name after {@code sampledThread}
 * or {@code eventThread}.
 */
class JfrThreadsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name + ".jfr");
    String packed = "/recordings/" + name + ".jfr.gz";
    try (InputStream in =
        new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(packed)))) {
      Files.copy(in, file);
    }
    return file;
  }

  private static SortedMap<String, Long> groups(Path file) throws Exception {
    SortedMap<String, Long> sums = new TreeMap<>();
    ThreadSamples threads = Recordings.read(file).profile().facts().threads();
    threads
        .samples()
        .values()
        .forEach(groups -> groups.forEach((name, count) -> sums.merge(name, count, Long::sum)));
    return sums;
  }

  @Test
  void samples_of_the_jdk_are_counted_by_their_thread() throws Exception {
    assertThat(groups(file("jdk17-profile"))).isEqualTo(Map.of("worker", 404L, "waiter-#", 1L));
    assertThat(groups(file("jdk25-profile")))
        .isEqualTo(Map.of("worker", 254L, "JFR Recording Scheduler", 6L));
  }

  /** 192 and 1 samples of the other sampler are not believed beside those by CPU time. */
  @Test
  void samples_by_cpu_time_are_not_added_to_those_of_the_sampler() throws Exception {
    assertThat(groups(file("jdk25-cputime"))).isEqualTo(Map.of("worker", 347L, "waiter-#", 6L));
  }

  /** 7 of waiter-1 and 1 of waiter-2; the JVM's own threads are no CPU of the application. */
  @Test
  void samples_of_async_profiler_are_counted_but_for_the_jvms_own_threads() throws Exception {
    assertThat(groups(file("async-cpu")))
        .containsEntry("worker", 76L)
        .containsEntry("waiter-#", 8L)
        .doesNotContainKeys("C# CompilerThre", "GC Thread##", "VM Thread");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk17-profile", "jdk17-default", "jdk25-default", "jdk25-profile"})
  void stacks_have_the_threads_that_the_jdks_reader_names(String name) throws Exception {
    Path file = file(name);
    SortedMap<String, Long> expected = new TreeMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
          RecordedThread thread = event.getThread("sampledThread");
          String group = thread.getJavaName().replaceAll("[0-9]+", "#");
          expected.merge(leaf(event) + " in " + group, 1L, Long::sum);
        }
      }
    }
    SortedMap<String, Long> found = new TreeMap<>();
    Recordings.read(file)
        .profile()
        .facts()
        .threads()
        .samples()
        .forEach(
            (stack, groups) ->
                groups.forEach(
                    (group, count) ->
                        found.merge(
                            (stack.isEmpty() ? "" : stack.get(0).method()) + " in " + group,
                            count,
                            Long::sum)));
    assertThat(found).isEqualTo(expected);
  }

  private static String leaf(RecordedEvent event) {
    List<jdk.jfr.consumer.RecordedFrame> frames = event.getStackTrace().getFrames();
    return frames.isEmpty() ? "" : frames.get(0).getMethod().getName();
  }
}

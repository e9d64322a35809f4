package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records real JVMs; what they hold is asked of the JDK's own tools. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class LiveRecordingTest {

  private static final long LONG_ENOUGH = 170_000;

  private final List<String> log = new ArrayList<>();

  @TempDir Path temp;

  /** Each JDK's jcmd against each JDK's JVM. */
  static Stream<Arguments> jdksAndJvms() throws IOException {
    List<Path> jdks = ForkedJvm.jdks();
    return jdks.stream().flatMap(jdk -> jdks.stream().map(jvm -> Arguments.of(jdk, jvm)));
  }

  @ParameterizedTest
  @MethodSource("jdksAndJvms")
  void a_jvm_is_recorded_and_left_as_it_was(Path jdk, Path home) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(home, LONG_ENOUGH)) {
      String outputs = outputs(jvm);

      List<Path> files = record(Profiler.JFR, jvm, "3s", jdk).run();

      assertThat(files).hasSize(2);
      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();
      assertThat(Files.readString(files.get(1))).contains("Pause Young");
      assertThat(jvm.jcmd("JFR.check")).contains("No available recordings");
      assertThat(outputs(jvm)).isEqualTo(outputs);
      assertThat(temp.resolve("out put")).isDirectoryNotContaining("glob:**.jfc");
    }
  }

  @Test
  void recordings_that_run_there_already_go_on() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      jvm.jcmd("JFR.start", "name=theirs");

      record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK).run();
      List<Path> again = record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK).run();

      assertThat(jvm.jcmd("JFR.check")).contains("theirs").doesNotContain("rustfit");
      assertThat(again.get(0)).hasFileName("record-" + jvm.pid() + "-2.jfr");
    }
  }

  @ParameterizedTest
  @MethodSource("jdksAndJvms")
  void async_profiler_records_too(Path jdk, Path home) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    try (ForkedJvm jvm = ForkedJvm.start(home, LONG_ENOUGH)) {
      List<Path> files = record(Profiler.ASYNC_PROFILER, jvm, "3s", jdk).run();

      assertThat(files).hasSize(2);
      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();

      List<Path> again = record(Profiler.ASYNC_PROFILER, jvm, "1s", jdk).run();
      assertThat(again).hasSize(2);
      assertThat(libraries(jvm)).as("loaded once").isEqualTo(1);
    }
  }

  @Test
  void what_there_is_stays_when_the_jvm_ends_by_itself() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, 6_000)) {
      List<Path> files = record(Profiler.JFR, jvm, "5m", ForkedJvm.THIS_JDK).run();

      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();
      assertThat(log).anyMatch(line -> line.contains("has ended"));
    }
  }

  /** A killed JVM cannot write its recording, but its repository has what was flushed. */
  @Test
  void what_there_is_stays_when_the_jvm_is_killed() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      LiveRecording recording = record(Profiler.JFR, jvm, "5m", ForkedJvm.THIS_JDK);
      after(4_000, jvm.process()::destroyForcibly);

      List<Path> files = recording.run();

      assertThat(files.get(0)).hasFileName("record-" + jvm.pid() + ".jfr");
      assertThat(Files.readAllBytes(files.get(0))).startsWith('F', 'L', 'R', 0);
    }
  }

  @Test
  void ending_it_early_keeps_what_there_is_and_leaves_the_jvm_as_it_was() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      LiveRecording recording = record(Profiler.JFR, jvm, "5m", ForkedJvm.THIS_JDK);
      after(4_000, Thread.currentThread()::interrupt);

      List<Path> files = recording.run();

      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();
      assertThat(jvm.jcmd("JFR.check")).contains("No available recordings");
    }
  }

  /** As Ctrl-C ends a build. */
  @Test
  void ending_the_build_keeps_what_there_is_and_leaves_the_jvm_as_it_was() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      String classes = Path.of("target/classes") + File.pathSeparator + ForkedJvm.CLASSES;
      Process build =
          new ProcessBuilder(
                  ForkedJvm.THIS_JDK.resolve("bin/java").toString(),
                  "-cp",
                  classes,
                  RecordingProgram.class.getName(),
                  jvm.pid(),
                  "5m",
                  temp.toString())
              .redirectErrorStream(true)
              .start();
      while (!jvm.jcmd("VM.log", "list").contains("#2:") && build.isAlive()) {
        Thread.sleep(200);
      }

      build.toHandle().destroy(); // unlike destroy(), it leaves what was printed

      String said = new String(build.getInputStream().readAllBytes());
      assertThat(said).contains("kept " + temp.resolve("record-" + jvm.pid() + ".jfr"));
      assertThat(jvm.jcmd("JFR.check")).contains("No available recordings");
      assertThat(outputs(jvm)).doesNotContain("#2");
    }
  }

  @Test
  void it_says_how_far_it_is_and_no_more() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      record(Profiler.JFR, jvm, "12s", ForkedJvm.THIS_JDK).run();

      String recording = "recording process " + jvm.pid();
      assertThat(log).containsExactly(recording + " for 12 s.", recording + ", 10 s of 12 s.");
    }
  }

  @Test
  void a_profiler_of_somebody_else_is_not_stopped_and_no_gc_log_stays() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      Path library = AsyncProfilerLibrary.in(temp.resolve("theirs"));
      assertThat(start(jvm, library)).contains("return code: 0");

      assertThatThrownBy(() -> record(Profiler.ASYNC_PROFILER, jvm, "1s", ForkedJvm.THIS_JDK).run())
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("runs there already")
          .hasMessageContaining("rustfit.profiler=jfr");
      assertThat(start(jvm, library)).as("theirs still runs").contains("return code: 200");
      assertThat(outputs(jvm)).doesNotContain("#2");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_named() throws Exception {
    Path file = Files.createFile(temp.resolve("out put"));
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      assertThatThrownBy(() -> record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("rustfit.recordingDirectory");
    }
  }

  @Test
  void a_folder_that_no_command_can_name_is_reached_by_another() throws Exception {
    Path odd = temp.resolve("it's, \"odd\"");
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, LONG_ENOUGH)) {
      List<Path> files =
          LiveRecording.of(Profiler.JFR, jvm.pid(), "2", odd, log::add, Jcmd.in(ForkedJvm.THIS_JDK))
              .run();

      assertThat(files).hasSize(2).allMatch(file -> file.startsWith(odd));
    }
  }

  private LiveRecording record(Profiler profiler, ForkedJvm jvm, String time, Path jdk)
      throws RecordingException {
    return LiveRecording.of(
        profiler, jvm.pid(), time, temp.resolve("out put"), log::add, Jcmd.in(jdk));
  }

  /** Starts async-profiler in a JVM; it gives 200 when it cannot, as when it runs already. */
  private static String start(ForkedJvm jvm, Path library) throws IOException {
    return jvm.jcmd("JVMTI.agent_load", library.toString(), "\"start,quiet,event=itimer\"");
  }

  /** The outputs of a JVM's log, as it lists them. */
  private static String outputs(ForkedJvm jvm) throws IOException {
    String text = jvm.jcmd("VM.log", "list");
    return text.substring(text.indexOf("Log output configuration"));
  }

  /** How many copies of async-profiler a JVM has mapped to run. */
  private static long libraries(ForkedJvm jvm) throws IOException {
    return Files.readAllLines(Path.of("/proc", jvm.pid(), "maps")).stream()
        .filter(line -> line.contains("r-xp") && line.contains("libasyncProfiler"))
        .count();
  }

  private static long count(ForkedJvm jvm, Path recording, String event) throws IOException {
    Matcher row =
        Pattern.compile("(?m)^ *" + Pattern.quote(event) + " +(\\d+)")
            .matcher(jvm.tool("jfr", "summary", recording.toString()));
    assertThat(row.find()).isTrue();
    return Long.parseLong(row.group(1));
  }

  private static void after(long millis, Runnable what) {
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
                what.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    later.setDaemon(true);
    later.start();
  }
}

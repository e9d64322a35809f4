package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records real JVMs; what they hold is asked of the JDK's own tools. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class LiveRecordingTest {

  private final List<String> log = new ArrayList<>();

  @TempDir Path temp;

  /** This JDK's jcmd and JVM; with {@code -Drustfit.jdks=all} this JDK's against each JDK's. */
  static Stream<Arguments> jdksAndJvms() throws IOException {
    boolean all = System.getProperty("rustfit.jdks", "").equals("all");
    List<Path> jvms = all ? ForkedJvm.jdks() : List.of(ForkedJvm.THIS_JDK);
    return jvms.stream().map(jvm -> Arguments.of(ForkedJvm.THIS_JDK, jvm));
  }

  @ParameterizedTest
  @MethodSource("jdksAndJvms")
  void a_jvm_is_recorded_and_left_as_it_was(Path jdk, Path home) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(home)) {
      String outputs = outputs(jvm);

      List<Path> files = recordWhileItWorks(Profiler.JFR, jvm, jdk);

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
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      jvm.jcmd("JFR.start", "name=theirs");

      record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK).run();
      assertThat(log).containsExactly("recording process " + jvm.pid() + " for 1 s.");
      List<Path> again = record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK).run();

      assertThat(jvm.jcmd("JFR.check")).contains("theirs").doesNotContain("rustfit");
      assertThat(again.get(0)).hasFileName("record-" + jvm.pid() + "-2.jfr");
    }
  }

  @ParameterizedTest
  @MethodSource("jdksAndJvms")
  void async_profiler_records_too(Path jdk, Path home) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    try (ForkedJvm jvm = ForkedJvm.start(home)) {
      List<Path> files = recordWhileItWorks(Profiler.ASYNC_PROFILER, jvm, jdk);

      assertThat(files).hasSize(2);
      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();

      List<Path> again = record(Profiler.ASYNC_PROFILER, jvm, "1s", jdk).run();
      assertThat(again).hasSize(2);
      assertThat(libraries(jvm)).as("loaded once").isEqualTo(1);
    }
  }

  @Test
  void what_there_is_stays_when_the_jvm_ends_by_itself() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      List<Path> files = recordUntilItHasWorked(Profiler.JFR, jvm, ForkedJvm.THIS_JDK, jvm::end);

      assertThat(count(jvm, files.get(0), "jdk.ExecutionSample")).isPositive();
      assertThat(log).last().asString().contains("ended while it was recorded");
    }
  }

  /** As Ctrl-C ends a build. */
  @Test
  void ending_the_build_keeps_what_there_is_and_leaves_the_jvm_as_it_was() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      String classes =
          Stream.of(LiveRecording.class, RecordingProgram.class)
              .map(type -> ForkedJvm.classes(type).toString())
              .collect(Collectors.joining(File.pathSeparator));
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
  void a_profiler_of_somebody_else_is_not_stopped_and_no_gc_log_stays() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
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
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      assertThatThrownBy(() -> record(Profiler.JFR, jvm, "1s", ForkedJvm.THIS_JDK))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("rustfit.recordingDirectory");
    }
  }

  @Test
  void a_folder_that_no_command_can_name_is_reached_by_another() throws Exception {
    Path odd = temp.resolve("it's, \"odd\"");
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
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

  /** Interrupts the build once the JVM has worked enough to be sampled. */
  private List<Path> recordWhileItWorks(Profiler profiler, ForkedJvm jvm, Path jdk)
      throws Exception {
    Thread build = Thread.currentThread();
    List<Path> files = recordUntilItHasWorked(profiler, jvm, jdk, build::interrupt);
    assertThat(log).last().asString().isEqualTo("ended early; what was recorded so far is kept.");
    return files;
  }

  /** A second of processor time is a hundred samples, however busy the machine is. */
  private List<Path> recordUntilItHasWorked(
      Profiler profiler, ForkedJvm jvm, Path jdk, ThrowingRunnable then) throws Exception {
    Consumer<String> whenItRuns =
        line -> {
          log.add(line);
          if (line.startsWith("recording process")) {
            Thread later =
                new Thread(
                    () -> {
                      try {
                        jvm.work(Duration.ofSeconds(1));
                        then.run();
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    });
            later.setDaemon(true);
            later.start();
          }
        };
    return LiveRecording.of(
            profiler, jvm.pid(), "5m", temp.resolve("out put"), whenItRuns, Jcmd.in(jdk))
        .run();
  }

  private interface ThrowingRunnable {
    void run() throws Exception;
  }
}

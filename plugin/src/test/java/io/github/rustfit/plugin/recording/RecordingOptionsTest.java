package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingOptionsTest {

  /** Asks a real JVM, in a folder whose name has a space. */
  @Test
  void a_jvm_that_gets_them_leaves_a_recording_and_a_log(@TempDir Path temp) throws Exception {
    RecordingOptions options = RecordingOptions.flightRecorder(temp.resolve("with space"));
    options.prepare();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options.options());
    command.add("-version");

    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(jvm.getInputStream().readAllBytes());
    assertThat(jvm.waitFor()).as(said).isZero();
    assertThat(said).as("Surefire reads it").doesNotContain("jfr");
    try (Stream<Path> files = Files.list(options.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.endsWith(".jfr"))
          .anyMatch(name -> name.matches("gc-\\d+-.+\\.log"))
          .contains("rustfit.jfc");
    }
  }

  /** The samples are counted by the JDK's own tool, in a recording that a real JVM left. */
  @Test
  void async_profiler_records_where_it_works(@TempDir Path temp) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    List<String> warnings = new ArrayList<>();
    RecordingOptions plain = RecordingOptions.flightRecorder(temp.resolve("with space"));
    plain.prepare();

    RecordingOptions options = plain.withAsyncProfiler(warnings::add);

    assertThat(warnings).isEmpty();
    try (ForkedJvm jvm =
        ForkedJvm.start(ForkedJvm.THIS_JDK, options.options().toArray(String[]::new))) {
      jvm.work(Duration.ofSeconds(1));
      jvm.end();
      assertThat(jvm.process().inputReader().readLine())
          .as("its own output alone")
          .matches("-?\\d+");
      assertThat(jvm.process().waitFor()).isZero();
      try (Stream<Path> files = Files.list(options.folder())) {
        List<Path> recordings = files.filter(file -> file.toString().endsWith(".jfr")).toList();
        assertThat(recordings).hasSize(1);
        assertThat(recordings.get(0).getFileName().toString())
            .startsWith("async-" + jvm.pid() + "-");
        assertThat(
                jvm.tool(
                    "jfr", "print", "--events", "ExecutionSample", recordings.get(0).toString()))
            .contains("BusyProgram.main");
      }
    }
    try (Stream<Path> files = Files.list(options.folder())) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  /** An equals sign ends the library's name, so no JVM finds it. */
  @Test
  void where_async_profiler_does_not_work_the_flight_recorder_records(@TempDir Path temp)
      throws Exception {
    List<String> warnings = new ArrayList<>();
    RecordingOptions plain = RecordingOptions.flightRecorder(temp.resolve("a=b"));
    plain.prepare();

    RecordingOptions options = plain.withAsyncProfiler(warnings::add);

    assertThat(options).isEqualTo(plain);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("does not work here").contains("Flight Recorder records");
  }

  /** As {@code System.getProperty("os.name")} and {@code os.arch} say it. */
  @Test
  void a_platform_without_a_library_is_named() throws RecordingException {
    assertThat(AsyncProfilerLibrary.bytes("Linux", "amd64")).startsWith(0x7f, 'E', 'L', 'F');
    assertThat(AsyncProfilerLibrary.bytes("Linux", "aarch64")).startsWith(0x7f, 'E', 'L', 'F');
    assertThat(AsyncProfilerLibrary.bytes("Mac OS X", "aarch64")).isNotEmpty();
    assertThatThrownBy(() -> AsyncProfilerLibrary.bytes("Windows 11", "amd64"))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("Windows 11");
    assertThatThrownBy(() -> AsyncProfilerLibrary.bytes("Linux", "s390x"))
        .hasMessageContaining("s390x");
  }

  @Test
  void what_the_property_holds_stays_and_blanks_are_quoted() {
    RecordingOptions plain = RecordingOptions.flightRecorder(Path.of("/project/target/rustfit"));
    assertThat(plain.before("-Xmx1g"))
        .startsWith(
            "-XX:FlightRecorderOptions=stackdepth=512"
                + " -XX:StartFlightRecording=dumponexit=true,filename=/project/target/rustfit,")
        .endsWith(" -Xmx1g");
    assertThat(RecordingOptions.flightRecorder(Path.of("/my work/rustfit")).before(""))
        .contains(" \"-XX:StartFlightRecording=")
        .endsWith("filecount=0\"");
  }

  @Test
  void a_folder_that_no_option_can_name_is_refused() {
    assertThat(RecordingOptions.flightRecorder(Path.of("/a,b")).possible()).isFalse();
    assertThat(RecordingOptions.flightRecorder(Path.of("/a b")).possible()).isTrue();
  }
}

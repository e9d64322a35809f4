package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls of real JVMs are captured by what the goals hand to them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class CaptureTest {

  private static final String METHOD = BusyProgram.class.getName() + "#length";

  private final List<String> log = new ArrayList<>();

  @TempDir Path temp;

  @Test
  void a_jvm_with_the_options_of_prepare_agent_captures_beside_its_recording() throws Exception {
    Path folder = temp.resolve("with space");
    RecordingOptions options = RecordingOptions.flightRecorder(folder);
    options.prepare();
    RecordingOptions captures = options.withCapture(METHOD);
    assertThat(captures.before("-Dmine=1"))
        .contains("\"-javaagent:" + folder.resolve("rustfit-capture-agent.jar") + "=" + folder)
        .endsWith(" -Dmine=1");

    List<String> command = new ArrayList<>(List.of(ForkedJvm.THIS_JDK + "/bin/java"));
    command.addAll(captures.options());
    command.addAll(
        List.of(
            "-cp",
            ForkedJvm.classes(BusyProgram.class).toString(),
            BusyProgram.class.getName(),
            "idle"));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    jvm.getOutputStream().close();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(jvm.waitFor()).as(said).isZero();
    assertThat(said).contains("rustfit: captured " + METHOD + "(");
    assertThat(captured(folder)).singleElement().asString().contains("capture-" + jvm.pid() + "-");
  }

  @Test
  void a_running_jvm_is_captured_while_it_is_recorded() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      Thread build = Thread.currentThread();
      Consumer<String> whenItRuns =
          line -> {
            log.add(line);
            if (line.startsWith("recording process")) {
              build.interrupt();
            }
          };

      List<Path> files =
          LiveRecording.of(
                  Profiler.JFR,
                  jvm.pid(),
                  "5m",
                  temp.resolve("out put"),
                  whenItRuns,
                  METHOD + ",a.b.Missing#x",
                  Jcmd.in(ForkedJvm.THIS_JDK))
              .run();

      assertThat(captured(temp.resolve("out put")))
          .singleElement()
          .satisfies(file -> assertThat(files).contains(file))
          .asString()
          .endsWith("record-" + jvm.pid() + ".rustfit-capture");
      assertThat(temp.resolve("out put"))
          .isDirectoryNotContaining("glob:**.jar")
          .isDirectoryNotContaining("glob:**.options");
      assertThat(log)
          .last()
          .asString()
          .startsWith("class a.b.Missing was not loaded, so nothing of it is captured;");
      assertThat(temp.resolve("out put/captured/.gitignore")).hasContent("*");
    }
  }

  @Test
  void what_is_no_method_is_refused_before_anything_is_recorded() throws Exception {
    RecordingOptions options = RecordingOptions.flightRecorder(temp);
    assertThatThrownBy(() -> options.withCapture("com.acme.Stats"))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("rustfit.capture: 'com.acme.Stats' is no method: write ");
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      assertThatThrownBy(
              () ->
                  LiveRecording.of(
                      Profiler.JFR,
                      jvm.pid(),
                      "1s",
                      temp,
                      log::add,
                      "x",
                      Jcmd.in(ForkedJvm.THIS_JDK)))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("'x' is no method");
    }
  }

  private static List<Path> captured(Path folder) throws Exception {
    try (var files = Files.list(folder.resolve("captured"))) {
      return files.filter(file -> file.toString().endsWith(".rustfit-capture")).toList();
    }
  }
}

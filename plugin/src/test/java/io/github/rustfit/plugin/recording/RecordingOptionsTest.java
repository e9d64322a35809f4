package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingOptionsTest {

  /** Asks a real JVM, in a folder whose name has a space. */
  @Test
  void a_jvm_that_gets_them_leaves_a_recording_and_a_log(@TempDir Path temp) throws Exception {
    RecordingOptions options = new RecordingOptions(temp.resolve("with space"));
    options.prepare();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options.options());
    command.add("-version");

    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(jvm.getInputStream().readAllBytes());
    assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(jvm.exitValue()).as(said).isZero();
    try (Stream<Path> files = Files.list(options.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.endsWith(".jfr"))
          .anyMatch(name -> name.matches("gc-\\d+\\.log"))
          .contains("rustfit.jfc");
    }
  }

  @Test
  void what_the_property_holds_stays_and_blanks_are_quoted() {
    RecordingOptions plain = new RecordingOptions(Path.of("/project/target/rustfit"));
    assertThat(plain.before("-Xmx1g"))
        .startsWith("-XX:StartFlightRecording=dumponexit=true,filename=/project/target/rustfit,")
        .endsWith(" -Xmx1g");
    assertThat(new RecordingOptions(Path.of("/my work/rustfit")).before(""))
        .startsWith("\"-XX:StartFlightRecording=")
        .endsWith("filecount=0\"");
  }

  @Test
  void a_folder_that_no_option_can_name_is_refused() {
    assertThat(new RecordingOptions(Path.of("/a,b")).possible()).isFalse();
    assertThat(new RecordingOptions(Path.of("/a b")).possible()).isTrue();
  }
}

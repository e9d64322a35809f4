package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.readers.jfr.Recordings;
import io.github.rustfit.rules.evidence.profile.Launcher;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCommandTest {

  /** As {@code jfr print --events jdk.JVMInformation} shows javaArguments of such processes. */
  @ParameterizedTest
  @CsvSource({
    "/home/ci/shop/target/surefire/surefirebooter-20261121230000000_3.jar"
        + " /home/ci/shop/target/surefire 2026-11 s t, TESTS",
    "/my work/target/surefire/surefirebooter123.jar /my work/target/surefire x, TESTS",
    "C:\\work\\surefirebooter1.jar C:\\work\\x, TESTS",
    "org.apache.maven.surefire.booter.ForkedBooter /home/ci/shop/target/surefire 2026, TESTS",
    "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor 1', TESTS",
    "org.openjdk.jmh.runner.ForkedMain 127.0.0.1 40123, BENCHMARK",
    "org.codehaus.plexus.classworlds.launcher.Launcher -B -ntp -o test, TESTS",
    "org.codehaus.plexus.classworlds.launcher.Launcher clean verify, TESTS",
    "org.codehaus.plexus.classworlds.launcher.Launcher exec:java, APPLICATION",
    "com.acme.Main test, APPLICATION",
    "com.acme.Main --port 80, APPLICATION",
    "com.acme.Main, APPLICATION",
    "/app/app.jar /data/surefirebooter1.jar, APPLICATION",
    "com.acme.Main org.apache.maven.surefire.booter.ForkedBooter, APPLICATION",
    "org.apache.maven.surefire.booter.ForkedBooterOfOurs, APPLICATION",
    "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Worker 1', APPLICATION"
  })
  void a_command_line_tells_what_started_the_program(String command, Launcher launcher) {
    assertThat(JavaCommand.launcher(command)).contains(launcher);
  }

  @Test
  void an_empty_one_tells_nothing() {
    assertThat(JavaCommand.launcher(" ")).isEmpty();
  }

  /** {@code jfr print} of these shows javaArguments = "demo.Demo 5". */
  @ParameterizedTest
  @ValueSource(strings = {"jdk17-default", "jdk25-profile"})
  void recordings_of_a_program_are_told_as_such(String name, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve(name + ".jfr");
    try (InputStream packed =
        JavaCommandTest.class.getResourceAsStream("/recordings/" + name + ".jfr.gz")) {
      Files.copy(new GZIPInputStream(Objects.requireNonNull(packed)), file);
    }

    assertThat(Recordings.read(file).profile().facts().launchers())
        .containsExactly(Launcher.APPLICATION);
  }

  /** {@code jfr print} shows jvmStartTime 2026-11-21T16:23:27.589Z and pid 10477. */
  @Test
  void a_recording_tells_its_jvm_by_its_start_and_process(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.jfr");
    try (InputStream packed =
        JavaCommandTest.class.getResourceAsStream("/recordings/jdk25-profile.jfr.gz")) {
      Files.copy(new GZIPInputStream(Objects.requireNonNull(packed)), file);
    }

    assertThat(Recordings.read(file).profile().facts().jvms())
        .containsExactly(
            Long.toHexString(Instant.parse("2026-11-21T16:23:27.589Z").toEpochMilli())
                + "-"
                + Integer.toHexString(10477));
  }

  /** These tests themselves, if Surefire runs them. */
  @Test
  void a_recording_of_tests_is_told_as_such(@TempDir Path folder) throws Exception {
    String command = System.getProperty("sun.java.command", "");
    assumeTrue(command.contains("surefire"));
    Path file = folder.resolve("tests.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.stop();
      recording.dump(file);
    }

    assertThat(Recordings.read(file).profile().facts().launchers()).containsExactly(Launcher.TESTS);
  }
}

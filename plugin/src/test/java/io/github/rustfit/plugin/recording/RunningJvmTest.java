package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningJvmTest {

  @Test
  void without_a_process_id_the_jvms_are_listed_without_their_arguments() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK)) {
      refused("")
          .hasMessageContaining("-Drustfit.pid")
          .hasMessageContaining(jvm.pid() + " " + BusyProgram.class.getName())
          .hasMessageNotContaining(" " + ForkedJvm.ARGUMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "0", "12 34", "99999999999999999999"})
  void what_is_no_process_id_is_refused(String pid) {
    refused(pid).hasMessageContaining("no process id");
  }

  /** Linux counts processes up to 2^22. */
  @Test
  void a_process_that_does_not_exist_is_refused() {
    refused("999999999").hasMessageContaining("There is no process 999999999");
  }

  /** Attaching sends SIGQUIT, which would have ended it. */
  @Test
  void a_process_that_is_no_jvm_is_refused_and_lives_on() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      refused(String.valueOf(sleep.pid())).hasMessageContaining("is no JVM");
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void a_jvm_that_does_not_catch_the_signal_is_refused_and_lives_on() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, "-Xrs")) {
      refused(jvm.pid()).hasMessageContaining("-Xrs");
      assertThat(jvm.process().isAlive()).isTrue();
    }
  }

  @Test
  void a_jvm_without_the_attach_mechanism_is_refused() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(ForkedJvm.THIS_JDK, "-XX:+DisableAttachMechanism")) {
      refused(jvm.pid())
          .hasMessageContaining("-XX:+DisableAttachMechanism")
          .hasMessageContaining("prepare-agent");
    }
  }

  @Test
  void a_java_without_jcmd_is_named(@TempDir Path home) {
    assertThatThrownBy(() -> Jcmd.in(home))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining(home.toString())
        .hasMessageContaining("JAVA_HOME");
  }

  private static AbstractThrowableAssert<?, ?> refused(String pid) {
    return assertThatThrownBy(() -> RunningJvm.of(pid, Jcmd.ofThisJdk()))
        .isInstanceOf(RecordingException.class);
  }
}

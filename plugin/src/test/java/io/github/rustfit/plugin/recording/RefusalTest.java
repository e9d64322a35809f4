package io.github.rustfit.plugin.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code jcmd} of JDK 17 and 25 prints. */
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.io.IOException: No such process | no process 42 any more
          java.io.IOException: Operation not permitted | SYS_PTRACE
          well-known file /tmp/.java_pid42 is not secure: file should be owned by the current user (which is 1000) but is owned by 0 | as the user whom it belongs to
          com.sun.tools.attach.AttachNotSupportedException: The VM does not support the attach mechanism | DisableAttachMechanism
          Unable to open socket file /tmp/.java_pid42: target process 42 doesn't respond within 10500ms or HotSpot VM not loaded | stands still
          42:%n java.io.IOException: Premature EOF | broke off in the middle of a command (java.io.IOException: Premature EOF). Try
          42: | jcmd gave no reason
          """)
  void each_reason_has_its_remedy(String printed, String said) {
    String stack = "\n\tat jdk.jcmd/sun.tools.jcmd.JCmd.main(JCmd.java:97)\n";
    assertThat(Refusal.of(42, printed.formatted() + stack))
        .hasMessageContaining(said)
        .hasMessageContaining("42")
        .hasMessageNotContaining("JCmd.java");
  }
}

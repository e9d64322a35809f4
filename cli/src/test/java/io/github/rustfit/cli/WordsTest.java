package io.github.rustfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words words = new Words(Rustfit.commandLine().getCommandSpec());

  @Test
  void what_goals_say_is_said_in_options_and_commands() {
    assertThat(words.of("set rustfit.recordings, or -Drustfit.gcLogs=a.log"))
        .isEqualTo("set --recordings, or --gc-logs=a.log");
    assertThat(words.of("Record each build anew (mvn clean verify rustfit:report)."))
        .isEqualTo("Record each build anew (rustfit report).");
    assertThat(words.of("rustfit:check fails; mvn rustfit:add-run"))
        .isEqualTo("rustfit check fails; rustfit add-run");
  }

  @Test
  void files_and_what_is_no_option_keep_their_names() {
    String files = "rustfit.yaml, rustfit-baseline.yaml, rustfit.sarif, io.github.rustfit.rules";
    assertThat(words.of(files)).isEqualTo(files);
  }

  @Test
  void what_pages_say_is_understood() {
    assertThat(
            words.understood(
                "report", "-Drustfit.gcLogs=a,b", "-Drustfit.skipStartup", "-Drustfit.no=1", "-o"))
        .containsExactly("report", "--gc-logs=a,b", "--skip-startup", "-Drustfit.no=1", "-o");
  }

  @Test
  void options_of_a_jvm_are_not_taken_for_options_of_the_command() {
    assertThat(words.understood("tune", "--jvm-options=-Xmx1g -XX:+UseZGC"))
        .containsExactly("tune", "--jvm-options= -Xmx1g -XX:+UseZGC");
    assertThat(words.understood("tune", "--jvm-options", "-Xmx1g"))
        .containsExactly("tune", "--jvm-options", " -Xmx1g");
    assertThat(words.understood("trial", "-Drustfit.jvmOptions=-Xmx1g"))
        .containsExactly("trial", "--jvm-options= -Xmx1g");
  }
}

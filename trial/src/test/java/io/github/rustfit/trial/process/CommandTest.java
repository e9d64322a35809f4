package io.github.rustfit.trial.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder = Path.of("");

  private Command command(Duration limit, String... words) {
    return new Command(List.of(words), folder, folder.resolve("said"), limit);
  }

  /** A program that prints and ends with a status, as a source file that the JDK runs. */
  private Path program(String body) throws IOException {
    return java.nio.file.Files.writeString(
        folder.resolve("P.java"),
        "class P { public static void main(String[] a) throws Exception { " + body + " } }");
  }

  @Test
  void what_it_said_and_how_it_ended_is_known() throws Exception {
    Path source = program("System.out.println(\"one\\u001b[31m\\ttwo\"); System.exit(3);");

    Command.Ended ended = command(Duration.ofMinutes(1), JAVA, source.toString()).run();

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.lines()).containsExactly("one two");
  }

  @Test
  void what_takes_too_long_is_stopped() throws Exception {
    Path source = program("Thread.sleep(600_000);");
    long before = running();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> command(Duration.ofSeconds(2), JAVA, source.toString()).run())
        .withMessage("it took more than 2 s and was stopped");
    for (int i = 0; i < 100 && running() > before; i++) {
      Thread.sleep(100);
    }
    assertThat(running()).isLessThanOrEqualTo(before);
  }

  private static long running() {
    return ProcessHandle.current().descendants().count();
  }

  @Test
  void what_is_not_there_cannot_be_run() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> command(Duration.ofSeconds(5), folder.resolve("none").toString()).run());
  }
}

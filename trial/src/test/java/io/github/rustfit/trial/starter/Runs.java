package io.github.rustfit.trial.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Runs programs that a starter needs. */
final class Runs {

  private Runs() {}

  /** What a program said that ended with 0; empty where it is not here. */
  static Optional<String> run(Path folder, String... command) throws Exception {
    try {
      return Optional.of(output(folder, true, command));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What a program said that ended with another status. */
  static String failed(Path folder, String... command) throws Exception {
    return output(folder, false, command);
  }

  private static String output(Path folder, boolean good, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("CARGO_TARGET_DIR");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor() == 0).as(output).isEqualTo(good);
    return output;
  }
}

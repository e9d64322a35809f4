package io.github.rustfit.trial.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that is running and never left behind: closing this, or the end of this JVM, ends it
 * with all that it started.
 */
final class Guarded implements AutoCloseable {

  private final Process process;
  private final Thread stop;

  private Guarded(Process process) {
    this.process = process;
    this.stop = new Thread(this::kill, "rustfit-stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /**
   * Starts it, with nothing to read.
   *
   * @param said the file that takes both of its streams
   * @param environment variables beside those of this process
   */
  static Guarded start(List<String> words, Path folder, Path said, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    // Options of this build's own JVMs are not meant for those that are measured.
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Guarded started = new Guarded(builder.start());
    started.process.getOutputStream().close();
    return started;
  }

  Process process() {
    return process;
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // This JVM ends, and stops it.
    }
  }
}

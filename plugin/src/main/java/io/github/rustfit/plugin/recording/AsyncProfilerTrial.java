package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whether async-profiler works on this machine. Kernel settings, seccomp filters and capabilities
 * decide that together, so a JVM is started with it rather than any of them read.
 */
final class AsyncProfilerTrial {

  private static final long SECONDS = 30;

  private AsyncProfilerTrial() {}

  /**
   * The option that loads it and records into a folder, with the best event that works.
   *
   * @throws RecordingException if none does, with the reason
   */
  static String option(Path folder) throws RecordingException {
    Path library = AsyncProfilerLibrary.in(folder);
    String reason = "";
    for (AsyncProfilerEvent event : AsyncProfilerEvent.values()) {
      String start = "-agentpath:" + library + "=start,quiet," + event.options() + ",file=";
      reason = failure(start, folder);
      if (reason.isEmpty()) {
        return start + folder.resolve("async-%p-%t.jfr");
      }
    }
    throw new RecordingException("async-profiler does not work here: " + reason + ".");
  }

  /** Why a JVM does not record with that option; empty when it does. */
  private static String failure(String start, Path folder) throws RecordingException {
    try {
      Path recording = Files.createTempFile(folder, "trial", ".part");
      Path said = Files.createTempFile(folder, "trial", ".part");
      try {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process jvm =
            new ProcessBuilder(List.of(java.toString(), start + recording, "-version"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = jvm.waitFor(SECONDS, TimeUnit.SECONDS);
        jvm.destroyForcibly();
        String text = Files.readString(said);
        boolean works =
            ended && jvm.exitValue() == 0 && !text.contains("[ERROR]") && Files.size(recording) > 0;
        return works ? "" : reason(text);
      } finally {
        Files.deleteIfExists(recording);
        Files.deleteIfExists(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordingException("async-profiler could not be tried: interrupted.", e);
    } catch (IOException e) {
      throw new RecordingException("async-profiler could not be tried: " + e.getMessage() + ".", e);
    }
  }

  private static String reason(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.contains("rror") || line.contains("ould not"))
        .reduce((first, second) -> first + " " + second)
        .orElse("a JVM with it recorded nothing");
  }
}

package io.github.rustfit.plugin.recording;

import java.nio.file.Path;

/** Records a JVM as the goal does, in a process of its own, so that a test can end it. */
final class RecordingProgram {

  private RecordingProgram() {}

  /**
   * @param arguments process id, time and folder
   */
  public static void main(String[] arguments) throws RecordingException {
    LiveRecording recording =
        LiveRecording.of(
            Profiler.JFR,
            arguments[0],
            arguments[1],
            Path.of(arguments[2]),
            line -> System.out.println(line));
    System.out.println("begins");
    recording.run();
  }
}

package io.github.rustfit.trial.tune;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordingFile;

/** Units of work as events of recordings. */
final class Events {

  private Events() {}

  /** How many events of this name the recordings in a folder have; at least one. */
  static long count(Path folder, String name) throws Runner.Failed {
    long count = 0;
    boolean any = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jfr")) {
      for (Path file : files) {
        any = true;
        try (RecordingFile recording = new RecordingFile(file)) {
          while (recording.hasMoreEvents()) {
            if (recording.readEvent().getEventType().getName().equals(name)) {
              count++;
            }
          }
        }
      }
    } catch (IOException e) {
      throw new Runner.Failed("its recording cannot be read: " + e.getMessage());
    }
    if (!any) {
      throw new Runner.Failed(
          "it left no recording in which events "
              + name
              + " could be counted, as one leaves that"
              + " is killed");
    }
    if (count == 0) {
      throw new Runner.Failed("its recording has no event " + name);
    }
    return count;
  }
}

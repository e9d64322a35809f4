package io.github.rustfit.plugin.recording;

import java.time.Duration;
import java.util.List;

/** Something that is switched on in a running JVM, writes files, and is switched off again. */
interface Recorder {

  /**
   * Switches it on.
   *
   * @param time how long it is meant to run; where it can, it ends by itself some time after
   * @throws RecordingException if it cannot run; then nothing stays switched on
   */
  void start(Duration time) throws RecordingException;

  /**
   * Switches it off, so that its files are complete.
   *
   * @throws RecordingException if that failed, or its files could not be written
   */
  void stop() throws RecordingException;

  /** Saves what the JVM left when it ended by itself. */
  default void salvage() throws RecordingException {}

  /** The files it writes, in the {@link TargetFolder}. */
  List<String> files();
}

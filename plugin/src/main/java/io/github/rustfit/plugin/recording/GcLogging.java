package io.github.rustfit.plugin.recording;

import java.time.Duration;
import java.util.List;

/** A GC log that a running JVM writes for a time. */
final class GcLogging implements Recorder {

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final String file;

  /**
   * @param stem name of the log without its ending
   */
  GcLogging(RunningJvm jvm, TargetFolder folder, String stem) {
    this.jvm = jvm;
    this.folder = folder;
    this.file = stem + ".log";
  }

  /** Whether the JVM can: since JDK 9. */
  static boolean possible(RunningJvm jvm) {
    return jvm.knows("VM.log");
  }

  @Override
  public void start(Duration time) throws RecordingException {
    String answer =
        jvm.ask(
            "VM.log",
            output(),
            "what=gc*=info,safepoint=info",
            "decorators=time,uptime,level,tags",
            "output_options=filecount=0");
    if (!answer.contains("successfully")) {
      throw new RecordingException("The JVM does not write a GC log: " + answer);
    }
  }

  /** An output without tags is removed from the JVM's outputs. */
  @Override
  public void stop() throws RecordingException {
    String answer = jvm.ask("VM.log", output(), "what=all=off");
    if (!answer.contains("successfully")) {
      throw new RecordingException("The JVM still writes " + file + ": " + answer);
    }
  }

  private String output() {
    return "output=\"file=" + folder.there().resolve(file) + '"';
  }

  @Override
  public List<String> files() {
    return List.of(file);
  }
}

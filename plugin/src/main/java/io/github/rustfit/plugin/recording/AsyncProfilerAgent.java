package io.github.rustfit.plugin.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * async-profiler in a running JVM. A JVM never lets go of a library that it loaded, so the library
 * stays, switched off.
 */
final class AsyncProfilerAgent implements Recorder {

  private static final Duration FUSE = Duration.ofSeconds(60);

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final String file;
  private final String library;

  /**
   * @param stem name of the recording's file without its ending
   */
  AsyncProfilerAgent(RunningJvm jvm, TargetFolder folder, String stem) {
    this.jvm = jvm;
    this.folder = folder;
    this.file = stem + ".jfr";
    this.library = stem + ".so";
  }

  @Override
  public void start(Duration time) throws RecordingException {
    if (!jvm.knows("JVMTI.agent_load")) {
      throw new RecordingException(
          "Process "
              + jvm.pid()
              + " cannot load a profiler while it runs: jcmd does that since JDK 9. Record with"
              + " -Drustfit.profiler=jfr.");
    }
    folder.give(library, AsyncProfilerLibrary.bytes());
    String answer = "";
    for (AsyncProfilerEvent event : AsyncProfilerEvent.values()) {
      answer =
          load(
              "start,"
                  + event.options()
                  + ",timeout="
                  + time.plus(FUSE).toSeconds()
                  + ",file="
                  + folder.there().resolve(file));
      if (started(answer)) {
        return;
      }
      if (answer.contains("already started")) {
        break;
      }
    }
    folder.takeBack(library);
    throw new RecordingException(
        "async-profiler did not start: "
            + answer.replace('\n', ' ')
            + ". Record with -Drustfit.profiler=jfr.");
  }

  @Override
  public void stop() throws RecordingException {
    String answer = load("stop,file=" + folder.there().resolve(file));
    folder.takeBack(library);
    if (!started(answer)) {
      throw new RecordingException(
          "async-profiler could not write " + folder.there().resolve(file) + ": " + answer);
    }
  }

  @Override
  public void salvage() {
    folder.takeBack(library);
  }

  private String load(String options) throws RecordingException {
    Path inside = folder.there().resolve(library);
    return jvm.askAtLength("JVMTI.agent_load", Jcmd.value(inside), '"' + options + '"');
  }

  private static boolean started(String answer) {
    return answer.contains("return code: 0") && !answer.contains("[ERROR]");
  }

  @Override
  public List<String> files() {
    return List.of(file);
  }
}

package io.github.rustfit.plugin.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * async-profiler in a running JVM. A JVM never lets go of a library that it loaded, so the library
 * stays, switched off; it is loaded once, because two of them would take each other's signals.
 */
final class AsyncProfilerAgent implements Recorder {

  private static final Pattern LOADED =
      Pattern.compile("(?m) (/[^\\n]*/libasyncProfiler[^/\\n]*\\.(?:so|dylib))$");

  private static final Duration FUSE = Duration.ofSeconds(60);

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final String file;
  private Path library;

  /**
   * @param stem name of the recording's file without its ending
   */
  AsyncProfilerAgent(RunningJvm jvm, TargetFolder folder, String stem) {
    this.jvm = jvm;
    this.folder = folder;
    this.file = stem + ".jfr";
    this.library = folder.there().resolve(AsyncProfilerLibrary.NAME);
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
    Matcher loaded = LOADED.matcher(jvm.ask("VM.dynlibs"));
    if (loaded.find()) {
      library = Path.of(loaded.group(1));
    } else {
      AsyncProfilerLibrary.in(folder.here());
    }
    String answer = "";
    for (AsyncProfilerEvent event : AsyncProfilerEvent.values()) {
      answer =
          load(
              "start,quiet,"
                  + event.options()
                  + ",timeout="
                  + time.plus(FUSE).toSeconds()
                  + ",file="
                  + folder.there().resolve(file));
      if (started(answer)) {
        return;
      }
    }
    folder.clear(AsyncProfilerLibrary.NAME);
    throw new RecordingException(
        "async-profiler did not start ("
            + answer.replace('\n', ' ')
            + "): another profiler runs there already, or the machine permits none; the standard"
            + " output of the JVM says which. Record with -Drustfit.profiler=jfr.");
  }

  @Override
  public void stop() throws RecordingException {
    String answer = load("stop,file=" + folder.there().resolve(file));
    folder.clear(AsyncProfilerLibrary.NAME);
    if (!started(answer)) {
      throw new RecordingException(
          "async-profiler could not write " + folder.there().resolve(file) + ": " + answer);
    }
  }

  @Override
  public void salvage() {
    folder.clear(AsyncProfilerLibrary.NAME);
  }

  private String load(String options) throws RecordingException {
    return jvm.askAtLength("JVMTI.agent_load", Jcmd.value(library), '"' + options + '"');
  }

  private static boolean started(String answer) {
    return answer.contains("return code: 0") && !answer.contains("[ERROR]");
  }

  @Override
  public List<String> files() {
    return List.of(file);
  }
}

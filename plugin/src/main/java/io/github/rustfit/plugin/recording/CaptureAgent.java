package io.github.rustfit.plugin.recording;

import io.github.rustfit.capture.AgentJar;
import io.github.rustfit.capture.CaptureOptions;
import io.github.rustfit.readers.capture.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Captures calls in a running JVM. Its classes are as they were afterwards; the agent's own stay,
 * as a JVM never lets go of them.
 */
final class CaptureAgent implements Recorder {

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final String methods;
  private final Consumer<String> log;
  private final String name;
  private final String options;
  private final String jar;

  /**
   * @param methods {@code Class#method}, several separated by commas
   * @param stem name of the file without its ending
   * @param log told what was not captured
   * @throws RecordingException if these are no methods
   */
  CaptureAgent(
      RunningJvm jvm, TargetFolder folder, String methods, String stem, Consumer<String> log)
      throws RecordingException {
    this.log = log;
    this.jvm = jvm;
    this.folder = folder;
    this.methods = methods;
    this.name = stem + CaptureOptions.ENDING;
    this.options = stem + ".options";
    this.jar = stem + "-agent.jar"; // another's may be in use
    CaptureOption.of(methods, folder.there().resolve(name));
  }

  @Override
  public void start(Duration time) throws RecordingException {
    if (!jvm.knows("JVMTI.agent_load")) {
      throw new RecordingException("Process " + jvm.pid() + " takes no agent while it runs.");
    }
    folder.give(jar, AgentJar.bytes());
    CaptureOptions told = CaptureOption.of(methods, folder.there().resolve(name));
    String answer = load(folder.give(options, told.bytes()).toString());
    if (!answer.contains("return code: 0")) {
      clear();
      throw new RecordingException(
          "Nothing is captured ("
              + answer.replace('\n', ' ')
              + "): the JVM may have been started with -XX:-EnableDynamicAgentLoading. Start it with"
              + " the options that rustfit:prepare-agent -Drustfit.capture sets.");
    }
  }

  private String load(String option) throws RecordingException {
    Path agent = folder.there().resolve(jar);
    return jvm.askAtLength("JVMTI.agent_load", Jcmd.value(agent), '"' + option + '"');
  }

  @Override
  public void stop() throws RecordingException {
    load(AgentJar.STOP + folder.there().resolve(options));
    salvage();
    if (!Files.isRegularFile(kept())) {
      throw new RecordingException(
          "Nothing was captured; why, the standard error of process " + jvm.pid() + " says.");
    }
  }

  /** The agent writes now and then, and when the JVM ends. */
  @Override
  public void salvage() throws RecordingException {
    clear();
    Path written = folder.here().resolve(name);
    if (Files.isRegularFile(written)) {
      try {
        CaptureOptions.makeFolder(folder.results());
        Files.move(written, kept(), StandardCopyOption.REPLACE_EXISTING);
        CaptureReader.notes(kept()).forEach(note -> log.accept(note + "."));
      } catch (IOException e) {
        throw new RecordingException(
            written + " cannot be moved to " + kept() + ": " + e.getMessage(), e);
      }
    }
  }

  private void clear() {
    folder.takeBack(options);
    folder.takeBack(jar);
  }

  private Path kept() {
    return folder.results().resolve(CaptureOptions.FOLDER).resolve(name);
  }

  @Override
  public List<String> files() {
    return List.of(CaptureOptions.FOLDER + "/" + name);
  }
}

package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * JVM options by which each JVM that gets them records a profile and a GC log into a folder, a file
 * for each JVM: its process id and start are in the name. They hold for JDK 11 and newer.
 *
 * @param folder where recordings and logs go; it must exist when the JVM starts
 * @param agent the option that loads async-profiler; empty for the JDK's Flight Recorder
 * @param capture the option that captures calls; empty for none
 */
public record RecordingOptions(Path folder, Optional<String> agent, Optional<String> capture) {

  /** Settings of the recording, in the folder. */
  public static final String SETTINGS = RecordingSettings.NAME;

  private static final String NOT_ALLOWED = ",;\"'";

  /** Options that record with the JDK's Flight Recorder. */
  public static RecordingOptions flightRecorder(Path folder) {
    return new RecordingOptions(folder, Optional.empty(), Optional.empty());
  }

  /**
   * The same with async-profiler, if it works here: it was tried in a JVM of this JDK.
   *
   * @param warning told why it does not, if so; then these options, with the Flight Recorder
   */
  public RecordingOptions withAsyncProfiler(Consumer<String> warning) {
    try {
      return new RecordingOptions(folder, Optional.of(AsyncProfilerTrial.option(folder)), capture);
    } catch (RecordingException e) {
      warning.accept(e.getMessage() + " The JDK's Flight Recorder records instead.");
      return this;
    }
  }

  /**
   * The same with calls captured; what the option names is written into the folder.
   *
   * @param methods {@code Class#method}, several separated by commas
   * @throws RecordingException if these are no methods, or the folder cannot be written to
   */
  public RecordingOptions withCapture(String methods) throws RecordingException {
    return new RecordingOptions(folder, agent, Optional.of(CaptureOption.in(folder, methods)));
  }

  /**
   * Makes the folder and writes the settings of the recording into it.
   *
   * @throws IOException if the folder cannot be written to
   */
  public void prepare() throws IOException {
    Files.createDirectories(folder);
    Path settings = folder.resolve(SETTINGS);
    byte[] bytes = RecordingSettings.bytes();
    boolean there =
        Files.isRegularFile(settings, LinkOption.NOFOLLOW_LINKS)
            && Arrays.equals(bytes, Files.readAllBytes(settings));
    if (!there) {
      Path part = Files.createTempFile(folder, SETTINGS, ".tmp"); // never through a link
      try {
        Files.write(part, bytes);
        part.toFile().setReadable(true, false); // a JVM of another user reads it too
        Files.move(part, settings, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /**
   * Whether the JVM can be told of this folder: its options have no way to quote these characters.
   */
  public boolean possible() {
    return folder.toString().chars().noneMatch(c -> NOT_ALLOWED.indexOf(c) >= 0);
  }

  /**
   * The JDK keeps 64 frames otherwise, and loses the application's own frames under frameworks that
   * nest deeper. What it costs stands in benchmarks/README.md.
   */
  static final int STACK_FRAMES = 512;

  private static final String STACK_DEPTH = "-XX:FlightRecorderOptions=stackdepth=" + STACK_FRAMES;

  /** The options, unquoted. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    if (agent.isPresent()) {
      options.add(agent.get());
    } else {
      options.add(STACK_DEPTH);
      options.add(
          "-XX:StartFlightRecording=dumponexit=true,filename="
              + folder
              + ",settings="
              + folder.resolve(SETTINGS));
      // "Started recording" on the standard output upsets Surefire; the JVM raises the default,
      // which is warning, to info, but leaves other levels alone
      options.add("-Xlog:jfr+startup=error");
    }
    capture.ifPresent(options::add);
    options.add("-Xlog:gc*,safepoint:file=" + log() + ":time,uptime,level,tags:filecount=0");
    return List.copyOf(options);
  }

  /** A colon ends the name of a log file unless it is quoted. */
  private String log() {
    String name = folder.resolve("gc-%p-%t.log").toString();
    return name.indexOf(':') >= 0 ? '"' + name + '"' : name;
  }

  /**
   * The options before what a property holds already, quoted where Surefire and Failsafe would
   * split them.
   *
   * @param existing value of the property; empty when it has none
   */
  public String before(String existing) {
    StringBuilder line = new StringBuilder();
    for (String option : options()) {
      line.append(line.isEmpty() ? "" : " ").append(quoted(option));
    }
    return existing.isBlank() ? line.toString() : line + " " + existing;
  }

  private static String quoted(String option) {
    boolean plain = option.chars().noneMatch(Character::isWhitespace) && option.indexOf('"') < 0;
    return plain ? option : option.indexOf('"') < 0 ? '"' + option + '"' : "'" + option + "'";
  }
}

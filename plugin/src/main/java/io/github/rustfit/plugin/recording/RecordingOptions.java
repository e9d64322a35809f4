package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * JVM options by which each JVM that gets them records a profile and a GC log into a folder, a file
 * for each JVM. They hold for JDK 11 and newer.
 *
 * @param folder where recordings and logs go; it must exist when the JVM starts
 */
public record RecordingOptions(Path folder) {

  /** Settings of the recording, in the folder. */
  public static final String SETTINGS = RecordingSettings.NAME;

  private static final String NOT_ALLOWED = ",;\"'";

  /**
   * Makes the folder and writes the settings of the recording into it.
   *
   * @throws IOException if the folder cannot be written to
   */
  public void prepare() throws IOException {
    Files.createDirectories(folder);
    Path settings = folder.resolve(SETTINGS);
    byte[] bytes = RecordingSettings.bytes();
    if (!Files.isRegularFile(settings) || !Arrays.equals(bytes, Files.readAllBytes(settings))) {
      Files.write(settings, bytes);
    }
  }

  /**
   * Whether the JVM can be told of this folder: its options have no way to quote these characters.
   */
  public boolean possible() {
    return folder.toString().chars().noneMatch(c -> NOT_ALLOWED.indexOf(c) >= 0);
  }

  /** The options, unquoted. */
  public List<String> options() {
    return List.of(
        "-XX:StartFlightRecording=dumponexit=true,filename="
            + folder
            + ",settings="
            + folder.resolve(SETTINGS),
        "-Xlog:jfr+startup=warning", // "Started recording" on the standard output upsets Surefire
        "-Xlog:gc*,safepoint:file=" + log() + ":time,uptime,level,tags:filecount=0");
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

package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * async-profiler's native library, out of the artifact {@code tools.profiler:async-profiler} that
 * this plugin depends on: Maven has checked and cached it with the plugin, so no goal downloads
 * anything.
 */
final class AsyncProfilerLibrary {

  /** Its name; the artifact calls it so on macOS too. */
  static final String NAME = "libasyncProfiler.so";

  private AsyncProfilerLibrary() {}

  /**
   * The library for this machine.
   *
   * @throws RecordingException if there is none for it
   */
  static byte[] bytes() throws RecordingException {
    return bytes(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The library for a system and an architecture, named as Java's properties name them. */
  static byte[] bytes(String system, String architecture) throws RecordingException {
    String folder = folder(system.toLowerCase(Locale.ROOT), architecture.toLowerCase(Locale.ROOT));
    if (!folder.isEmpty()) {
      try (InputStream in =
          AsyncProfilerLibrary.class.getResourceAsStream("/" + folder + "/" + NAME)) {
        if (in != null) {
          return in.readAllBytes();
        }
      } catch (IOException e) {
        throw new RecordingException(
            "async-profiler's library cannot be read from the plugin's class path: "
                + e.getMessage()
                + ". Remove tools/profiler from the local repository, so that Maven fetches it"
                + " anew.",
            e);
      }
    }
    throw new RecordingException(
        "async-profiler has no library for "
            + system
            + " on "
            + architecture
            + "; it runs on Linux (x64, arm64) and macOS.");
  }

  /**
   * Writes the library into a folder, unless the same is there. Several modules may do so at once:
   * a file is either complete or absent.
   *
   * @throws RecordingException if there is none for this machine, or it cannot be written
   */
  static Path in(Path folder) throws RecordingException {
    byte[] bytes = bytes();
    try {
      return GivenFile.in(folder, NAME, bytes);
    } catch (IOException e) {
      throw new RecordingException(
          "async-profiler's library cannot be written to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String folder(String system, String architecture) {
    if (system.startsWith("mac")) {
      return "macos";
    }
    if (!system.startsWith("linux")) {
      return "";
    }
    return switch (architecture) {
      case "amd64", "x86_64" -> "linux-x64";
      case "aarch64" -> "linux-arm64";
      default -> "";
    };
  }
}

package io.github.rustfit.plugin.recording;

import io.github.rustfit.capture.AgentJar;
import io.github.rustfit.capture.CaptureOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** The JVM option that captures calls. */
final class CaptureOption {

  private CaptureOption() {}

  /**
   * Writes what the option names into a folder.
   *
   * @param methods {@code Class#method}, several separated by commas
   * @throws RecordingException if these are no methods, or the folder cannot be written to
   */
  static String in(Path folder, String methods) throws RecordingException {
    CaptureOptions options = of(methods, folder.resolve(CaptureOptions.FOLDER));
    CRC32 sum = new CRC32();
    sum.update(methods.getBytes(StandardCharsets.UTF_8));
    String name = "rustfit-capture-" + Long.toHexString(sum.getValue()) + ".options";
    try {
      Path jar = GivenFile.in(folder, AgentJar.NAME, AgentJar.bytes());
      return "-javaagent:" + jar + "=" + GivenFile.in(folder, name, options.bytes());
    } catch (IOException e) {
      throw new RecordingException(
          "the agent that captures cannot be written to " + folder + ": " + e.getMessage(), e);
    }
  }

  /** What the agent is told. */
  static CaptureOptions of(String methods, Path place) throws RecordingException {
    try {
      return new CaptureOptions(methods, place);
    } catch (IllegalArgumentException e) {
      throw new RecordingException("rustfit.capture: " + e.getMessage() + ".", e);
    }
  }
}

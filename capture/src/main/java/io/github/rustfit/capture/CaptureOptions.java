package io.github.rustfit.capture;

import io.github.rustfit.capture.agent.OwnersFolder;
import io.github.rustfit.capture.agent.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What the agent is told, as a file: names of methods hold characters that a command line or a JVM
 * would split at.
 *
 * @param methods {@code Class#method}, several separated by commas
 * @param place the folder in which each JVM makes a file, or one file that ends in {@code
 *     .rustfit-capture}, as the JVM sees them
 */
public record CaptureOptions(String methods, Path place) {

  /** The folder below that of recordings. */
  public static final String FOLDER = "captured";

  /** How names of captures end. */
  public static final String ENDING = ".rustfit-capture";

  /**
   * Refuses what is no list of methods.
   *
   * @throws IllegalArgumentException with the reason
   */
  public CaptureOptions {
    List<Target> ignored = Target.all(methods);
    if (place.toString().indexOf('\n') >= 0 || methods.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line end stands in " + place + " or " + methods);
    }
  }

  /**
   * Makes the folder of captures below a folder: its owner's alone, and left out by git.
   *
   * @throws IOException if it cannot be made
   */
  public static Path makeFolder(Path recordings) throws IOException {
    Path folder = recordings.resolve(FOLDER);
    OwnersFolder.make(folder);
    return folder;
  }

  /** The file. */
  public byte[] bytes() {
    return ("methods=" + methods.strip() + "\nplace=" + place + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}

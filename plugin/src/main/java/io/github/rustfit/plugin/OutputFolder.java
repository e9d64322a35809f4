package io.github.rustfit.plugin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoExecutionException;

/** The folder that results are written to. A file is either complete or not replaced at all. */
final class OutputFolder {

  /** Writes the content of one file. */
  @FunctionalInterface
  interface Writing {
    /** Writes it; the caller closes the stream. */
    void to(OutputStream out) throws IOException;
  }

  private final Path folder;
  private final String otherwise;

  /**
   * @param folder where to write
   * @param otherwise what to do when it cannot be written, as the rest of a sentence
   */
  OutputFolder(Path folder, String otherwise) {
    this.folder = folder;
    this.otherwise = otherwise;
  }

  /** Writes a file and returns its path. */
  Path write(String name, Writing content) throws MojoExecutionException {
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(name + ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          content.to(out);
        }
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
      return target;
    } catch (IOException e) {
      throw new MojoExecutionException(
          "rustfit: "
              + target
              + " cannot be written: "
              + e.getMessage()
              + ". Check the folder's permissions and free space, or "
              + otherwise
              + ".",
          e);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

package io.github.rustfit.plugin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
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
      Files.createDirectories(target.toAbsolutePath().getParent());
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

  /**
   * Deletes the files in a folder below that an earlier run left there.
   *
   * @param glob what the names of such files match
   */
  void keepOnly(String name, String glob, Set<String> pages) throws MojoExecutionException {
    Path below = folder.resolve(name);
    try (DirectoryStream<Path> found =
        Files.isDirectory(below) ? Files.newDirectoryStream(below, glob) : null) {
      for (Path page : found == null ? List.<Path>of() : found) {
        if (!pages.contains(String.valueOf(page.getFileName()))) {
          Files.delete(page);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new MojoExecutionException(
          "rustfit: "
              + below
              + " cannot be cleared: "
              + e.getMessage()
              + ". Check the folder's permissions.",
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

package io.github.rustfit.plugin.recording;

import io.github.rustfit.readers.files.Replacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that JVMs read. */
final class GivenFile {

  private GivenFile() {}

  /**
   * Writes it into a folder, unless the same is there. Several modules may do so at once: a file is
   * either complete or absent.
   */
  static Path in(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(bytes, Files.readAllBytes(file))) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, name, ".part");
    try {
      Files.write(part, bytes);
      part.toFile().setReadable(true, false); // a JVM of another user reads it too
      Replacing.with(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }
}

package io.github.rustfit.readers.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written over and over; of one thread. */
final class ScratchFile {

  private static final Path FOLDER = folder();

  private ScratchFile() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the file is. */
  static Path root() {
    return FOLDER;
  }

  /** A file with this content. */
  static Path of(String name, byte[] bytes) {
    Path file = FOLDER.resolve(name);
    try {
      if (!Files.exists(file)) {
        file.toFile().deleteOnExit();
      }
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.rustfit.plugin.goal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.Replacing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file beside the source that keeps what took minutes to measure. That it can be written is known
 * before anything is measured; it is complete or as it was; and no link in the project leads
 * elsewhere.
 */
final class KeptFile {

  private final Path file;

  private KeptFile(Path file) {
    this.file = file;
  }

  /**
   * A file below the root.
   *
   * @throws GoalException if it could not be written
   */
  static KeptFile of(Path root, Path file) throws GoalException {
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      Files.createDirectories(folder);
      if (!folder.toRealPath().startsWith(root.toRealPath())) {
        throw refused(folder, "a link leads out of the project");
      }
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw refused(file, "it is a link, or no plain file");
      }
      Files.delete(part(folder));
    } catch (IOException e) {
      throw refused(folder, Causes.of(e));
    }
    return new KeptFile(file);
  }

  private static Path part(Path folder) throws IOException {
    return Files.createTempFile(folder, ".kept", ".part");
  }

  private static GoalException refused(Path path, String why) {
    return new GoalException(
        "rustfit: what is measured is to be kept in "
            + path
            + ", which cannot be written: "
            + why
            + ". Move away what is there, or make the folder writable.");
  }

  /** Where it is. */
  Path path() {
    return file;
  }

  /**
   * Writes it.
   *
   * @throws UncheckedIOException if that fails; what was there stays
   */
  void write(String text) {
    try {
      Path part = part(Objects.requireNonNull(file.getParent()));
      try {
        Files.writeString(part, text, UTF_8);
        part.toFile().setReadable(true, false); // others build the same checkout
        Replacing.with(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + Causes.of(e), e);
    }
  }
}

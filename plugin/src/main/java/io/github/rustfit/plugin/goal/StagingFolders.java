package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.files.FileSearch;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that hold the files of a run until all are complete. No search looks into them. */
final class StagingFolders {

  /** What a build that was killed left behind is no longer being written. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private StagingFolders() {}

  /** A new folder with a name that cannot be foreseen. */
  static Path make(Path parent) throws IOException {
    deleteAbandoned(parent);
    return Files.createTempDirectory(parent, FileSearch.STAGING);
  }

  private static void deleteAbandoned(Path parent) throws IOException {
    Instant before = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, FileSearch.STAGING + "*")) {
      for (Path one : found) {
        if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
          delete(one);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Deletes a folder with what is in it, following no link. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // A left-over that cannot be deleted now: the next run tries again, and nothing reads it.
    }
  }
}

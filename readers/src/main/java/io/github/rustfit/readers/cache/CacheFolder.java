package io.github.rustfit.readers.cache;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.files.Replacing;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that save work and that nothing depends on: it can be deleted, moved and shared
 * by builds at the same time. Files are written whole and then moved into place. What cannot be
 * read is not there; what cannot be written is one {@link #problem()}.
 */
public final class CacheFolder {

  private static final String PART = ".tmp";

  /** What a build that was killed left behind is no longer being written. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final String name;
  private @Nullable Problem problem;

  /** Writes the content of one file. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the caller closes the stream. */
    void to(OutputStream out) throws IOException;
  }

  /**
   * @param root the project's root, for the name in the problem
   * @param folder the folder; it need not exist
   */
  public CacheFolder(Path root, Path folder) {
    this.folder = folder;
    this.name = RelativePath.of(root, folder);
  }

  /** What stopped files from being written; empty when all were. */
  public synchronized Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** The bytes of a file; empty when there is none, or it is larger than that. */
  public Optional<byte[]> read(String file, long mostBytes) {
    Path path = folder.resolve(file);
    try {
      return Files.isRegularFile(path) && Files.size(path) <= mostBytes
          ? Optional.of(Files.readAllBytes(path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes a file, in place of an older one of that name. */
  public void write(String file, Content content) {
    Path part = null;
    try {
      Files.createDirectories(folder);
      part = Files.createTempFile(folder, file, PART);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.to(out);
      }
      Replacing.with(part, folder.resolve(file));
    } catch (IOException e) {
      failed(Causes.of(e));
      discard(part);
    }
  }

  /** Deletes all but the youngest files whose names begin so, and what was left half written. */
  public void keepYoungest(String prefix, int count) {
    Map<Path, FileTime> files = new HashMap<>();
    Instant abandoned = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, prefix + "*")) {
      for (Path file : found) {
        FileTime time = Files.getLastModifiedTime(file);
        if (!file.toString().endsWith(PART)) {
          files.put(file, time);
        } else if (time.toInstant().isBefore(abandoned)) {
          discard(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // another build deletes too, or nothing can be listed: nothing depends on it
    }
    List<Path> byAge = new ArrayList<>(files.keySet());
    byAge.sort(Comparator.comparing(files::get, Comparator.reverseOrder()));
    byAge.stream().skip(count).forEach(CacheFolder::discard);
  }

  private synchronized void failed(String cause) {
    if (problem == null) {
      problem =
          new Problem(
              name,
              0,
              "The cache cannot be written: " + cause + ".",
              "The result is the same, but the next run reads everything again: make the folder"
                  + " writable or set rustfit.cache to one that is.");
    }
  }

  private static void discard(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // a left-over that cannot be deleted: nothing depends on it
    }
  }
}

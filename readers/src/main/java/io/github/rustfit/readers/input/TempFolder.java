package io.github.rustfit.readers.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One private folder for decompressed content; it goes away with everything in it. */
final class TempFolder implements Closeable {
  private final List<Path> files = new ArrayList<>();
  private @Nullable Path folder;

  /** A new empty file under a name of our own. */
  synchronized Path newFile() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("rustfit");
    }
    Path file = Files.createTempFile(folder, "content", ".tmp");
    files.add(file);
    return file;
  }

  @Override
  public synchronized void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    files.clear();
    if (folder != null) {
      Files.deleteIfExists(folder);
      folder = null;
    }
  }
}

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
  /** It is not the input that is missing. */
  private static final String NO_ROOM =
      "the folder for temporary files, which packed input needs, is missing or cannot be written to"
          + " (make it, or name another with MAVEN_OPTS=-Djava.io.tmpdir=DIR)";

  private final List<Path> files = new ArrayList<>();
  private @Nullable Path folder;

  /** A new empty file under a name of our own. */
  synchronized Path newFile() throws IOException {
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("rustfit");
      }
      Path file = Files.createTempFile(folder, "content", ".tmp");
      files.add(file);
      return file;
    } catch (IOException e) {
      throw new IOException(NO_ROOM, e);
    }
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

package io.github.rustfit.readers.digest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Digests of the Java code in files of a project; each file is read once. */
public final class SourceDigests {

  /** A source file is far smaller. */
  private static final int MOST_SOURCE_BYTES = 16 << 20;

  private final Path root;
  private final Charset charset;
  private final Map<String, String> digests = new HashMap<>();

  /**
   * @param root the project's root folder
   * @param charset of its sources
   */
  public SourceDigests(Path root, Charset charset) {
    this.root = root.toAbsolutePath().normalize();
    this.charset = charset;
  }

  /** Those of files, by path relative to the root; of one that is gone none. */
  public SortedMap<String, String> of(SortedSet<String> paths) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String path : paths) {
      String digest = digest(path);
      if (!digest.isEmpty()) {
        found.put(path, digest);
      }
    }
    return found;
  }

  /** The files of which the digest is another now, and those that are gone. */
  public SortedSet<String> changed(Map<String, String> sources) {
    SortedSet<String> changed = new TreeSet<>();
    sources.forEach(
        (path, digest) -> {
          if (!digests.computeIfAbsent(path, this::digest).equals(digest)) {
            changed.add(path);
          }
        });
    return changed;
  }

  /** Empty for a file that is not there, or not below the root. */
  private String digest(String path) {
    try {
      Path file = root.resolve(path).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        return "";
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MOST_SOURCE_BYTES + 1);
        return bytes.length > MOST_SOURCE_BYTES ? "" : CodeDigest.of(new String(bytes, charset));
      }
    } catch (IOException | InvalidPathException e) {
      return "";
    }
  }
}

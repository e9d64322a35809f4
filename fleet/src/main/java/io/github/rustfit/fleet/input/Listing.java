package io.github.rustfit.fleet.input;

import io.github.rustfit.readers.files.RelativePath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files that files, folders and globs of any Hadoop file system stand for. */
public final class Listing {

  private static final int MOST_CAUSES = 20;

  private final Configuration hadoop;
  private final List<InputFile> files = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Listing(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * All files, each once: one that is found in two ways belongs to the way that was named first.
   *
   * @return sorted
   * @throws IOException if a root leads nowhere or the storage fails; the message says which one
   *     and why
   */
  public static List<InputFile> of(Collection<String> roots, Configuration hadoop)
      throws IOException {
    Listing listing = new Listing(hadoop);
    for (String root : roots) {
      try {
        listing.add(root);
      } catch (IOException | RuntimeException e) {
        throw new IOException(
            "'" + RelativePath.printable(root) + "' cannot be listed: " + reason(e), e);
      }
    }
    return listing.files.stream().sorted().toList();
  }

  /** The first cause, which says most: Hadoop wraps what a file system throws. */
  private static String reason(Throwable e) {
    Throwable first = e;
    for (int depth = 0; first.getCause() != null && depth < MOST_CAUSES; depth++) {
      first = first.getCause();
    }
    return RelativePath.printable(
        first.getMessage() == null ? first.getClass().getName() : first.getMessage());
  }

  private void add(String root) throws IOException {
    Path path = new Path(root);
    FileSystem system = path.getFileSystem(hadoop);
    Path qualified = system.makeQualified(path);
    if (exists(system, qualified)) {
      add(root, system, qualified);
      return;
    }
    FileStatus[] found = system.globStatus(qualified);
    if (found == null || found.length == 0) {
      throw new FileNotFoundException("no file and no folder matches");
    }
    Path folder = fixed(qualified);
    for (FileStatus one : found) {
      if (one.isDirectory()) {
        below(root, system, one.getPath(), folder);
      } else {
        add(root, one, folder, true);
      }
    }
  }

  private void add(String root, FileSystem system, Path path) throws IOException {
    FileStatus status = system.getFileStatus(path);
    if (status.isDirectory()) {
      below(root, system, path, path);
    } else {
      Path parent = path.getParent();
      add(root, status, parent == null ? path : parent, true);
    }
  }

  private void below(String root, FileSystem system, Path folder, Path relativeTo)
      throws IOException {
    RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
    while (all.hasNext()) {
      add(root, all.next(), relativeTo, false);
    }
  }

  private void add(String root, FileStatus file, Path relativeTo, boolean named) {
    String uri = file.getPath().toString();
    if (seen.add(uri)) {
      String path = relative(relativeTo.toUri().getPath(), file.getPath().toUri().getPath());
      files.add(new InputFile(root, path, uri, file.getLen(), named));
    }
  }

  private static String relative(String folder, String file) {
    String start = folder.endsWith("/") ? folder : folder + "/";
    return file.startsWith(start) ? file.substring(start.length()) : file;
  }

  private static boolean exists(FileSystem system, Path path) throws IOException {
    try {
      return system.exists(path);
    } catch (IllegalArgumentException e) {
      return false; // a glob that is no path
    }
  }

  /** The folder in front of the first wildcard. */
  private static Path fixed(Path glob) {
    Path folder = glob;
    for (Path at = glob; at != null; at = at.getParent()) {
      if (at.getName().matches(".*[*?\\[{].*")) {
        Path parent = at.getParent();
        folder = parent == null ? at : parent;
      }
    }
    return folder;
  }
}

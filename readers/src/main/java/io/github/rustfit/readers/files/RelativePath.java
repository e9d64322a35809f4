package io.github.rustfit.readers.files;

import java.nio.file.Path;

/** Names of files that are the same on every machine. */
public final class RelativePath {

  private RelativePath() {}

  /**
   * The file's name relative to the project's root, with {@code /}; {@code ../x} outside the root,
   * the bare file name when there is no way from the root to it (another drive). Control characters
   * become {@code ?}.
   */
  public static String of(Path root, Path file) {
    Path from = root.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    String name;
    try {
      name = from.relativize(to).toString().replace(to.getFileSystem().getSeparator(), "/");
    } catch (IllegalArgumentException e) {
      Path last = to.getFileName();
      name = last == null ? "" : last.toString();
    }
    return name.isEmpty() ? "." : printable(name);
  }

  /** The text without control characters, so that a hostile name cannot break a line or a log. */
  public static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}

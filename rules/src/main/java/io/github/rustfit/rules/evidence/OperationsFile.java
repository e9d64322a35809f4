package io.github.rustfit.rules.evidence;

import java.util.Comparator;

/**
 * A file that says how the program is built or run.
 *
 * @param path relative to the project's root, with {@code /}
 * @param sha256 digest of its bytes, lower-case hexadecimal
 */
public record OperationsFile(String path, String sha256) implements Comparable<OperationsFile> {

  private static final Comparator<OperationsFile> ORDER =
      Comparator.comparing(OperationsFile::path).thenComparing(OperationsFile::sha256);

  @Override
  public int compareTo(OperationsFile other) {
    return ORDER.compare(this, other);
  }
}

package io.github.rustfit.fleet.input;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A file that may be an input.
 *
 * @param root what the user named, as it was written
 * @param path relative to the folder that {@code root} is or begins with, with {@code /}
 * @param uri where it is, as Hadoop's file systems have it
 * @param bytes how long it is
 * @param named whether the user named it or a glob that it matches, so that one that no reader
 *     claims is a failure; otherwise it is passed over
 */
public record InputFile(String root, String path, String uri, long bytes, boolean named)
    implements Serializable, Comparable<InputFile> {

  private static final long serialVersionUID = 1;

  private static final Comparator<InputFile> ORDER =
      Comparator.comparing(InputFile::uri)
          .thenComparing(InputFile::root)
          .thenComparing(InputFile::path);

  @Override
  public int compareTo(InputFile other) {
    return ORDER.compare(this, other);
  }
}

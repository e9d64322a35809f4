package io.github.rustfit.readers.yaml;

import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param line line, from 1; 0 when unknown
 * @param column column in characters, from 1; 0 when unknown
 * @param file where several files make one document, the one it is in; otherwise empty
 */
public record Location(int line, int column, String file) implements Comparable<Location> {

  /** The file as a whole. */
  public static final Location NONE = new Location(0, 0, "");

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /** The place of the character behind this text. */
  static Location after(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n') + 1;
    return new Location(line, 1 + text.codePointCount(start, text.length()), "");
  }

  /** The same place, where several files make one document. */
  public Location in(String source) {
    return new Location(line, column, source);
  }

  /** "line 5", or "line 5 of a.yaml" where there are several files. */
  public String words() {
    return "line " + line + (file.isEmpty() ? "" : " of " + file);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}

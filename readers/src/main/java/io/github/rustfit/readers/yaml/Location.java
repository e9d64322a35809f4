package io.github.rustfit.readers.yaml;

import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param line line, from 1; 0 when unknown
 * @param column column in characters, from 1; 0 when unknown
 */
public record Location(int line, int column) implements Comparable<Location> {

  /** The file as a whole. */
  public static final Location NONE = new Location(0, 0);

  private static final Comparator<Location> ORDER =
      Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

  /** The place of the character behind this text. */
  static Location after(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n') + 1;
    return new Location(line, 1 + text.codePointCount(start, text.length()));
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}

package io.github.rustfit.rules.component;

import java.util.Comparator;

/**
 * Where in the source a frame points.
 *
 * @param className binary name of the declaring type, local and anonymous classes folded into it
 * @param method method name, lambda bodies folded into the method around them
 * @param file path relative to the project's root; empty when the class has no source file
 * @param line line in that file; 0 when unknown or when it does not fit the file
 * @param resolved whether class, method and line fit the checked-out source
 */
public record Place(String className, String method, String file, int line, boolean resolved)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::className)
          .thenComparing(Place::method)
          .thenComparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparing(Place::resolved);

  /** The same place without its line: the method. */
  Place ofMethod() {
    return new Place(className, method, file, 0, true);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}

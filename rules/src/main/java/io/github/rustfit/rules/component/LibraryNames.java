package io.github.rustfit.rules.component;

import java.util.Optional;

/** What the library is called that a class comes from. */
@FunctionalInterface
public interface LibraryNames {

  /** Knows none: libraries are called by their root packages. */
  LibraryNames NONE = className -> Optional.empty();

  /**
   * The library of a class.
   *
   * @param className binary name of a class that is neither the project's own nor the JDK's
   * @return {@code groupId:artifactId}, or another name of its archive; empty where nobody knows
   */
  Optional<String> of(String className);
}

package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which library a sample is spent in, below the frame that owns it. */
final class Libraries {

  /** Names under which many libraries live, so that one more segment tells them apart. */
  private static final Set<String> UMBRELLAS =
      Set.of(
          "com.amazonaws",
          "com.azure",
          "com.fasterxml",
          "com.github",
          "com.google",
          "com.microsoft",
          "com.squareup",
          "com.sun",
          "io.github",
          "io.opentelemetry",
          "org.apache",
          "org.eclipse",
          "org.jboss",
          "org.springframework",
          "software.amazon");

  private final LibraryNames names;
  private boolean anyNamed;

  /** By these names; by root packages where they know none. */
  Libraries(LibraryNames names) {
    this.names = names;
  }

  /**
   * The library of a sample: the leaf-most frame that is neither the JDK's nor native.
   *
   * @param below the frames below the owning one, leaf first
   */
  static String of(List<Frame> below) {
    boolean jdk = false;
    for (Frame frame : below) {
      if (frame.java() && !JavaPlatform.has(frame.className())) {
        return root(frame.className());
      }
      jdk |= frame.java();
    }
    if (jdk) {
      return LibraryShare.JDK;
    }
    return below.isEmpty() ? LibraryShare.OWN : LibraryShare.NATIVE;
  }

  /** The same by its artifact; by its root package where the class path does not tell. */
  String artifact(List<Frame> below) {
    for (Frame frame : below) {
      if (frame.java() && !JavaPlatform.has(frame.className())) {
        Optional<String> name = names.of(frame.className());
        anyNamed |= name.isPresent();
        return name.orElseGet(() -> root(frame.className()));
      }
    }
    return of(below);
  }

  /** Whether any library that was asked for has a name that is more than its root package. */
  boolean anyNamed() {
    return anyNamed;
  }

  /** The first two segments of the package, three below an umbrella; fewer if it has no more. */
  private static String root(String className) {
    int end = className.lastIndexOf('.');
    String name = end < 0 ? className : className.substring(0, end);
    String two = first(name, 2);
    return UMBRELLAS.contains(two) ? first(name, 3) : two;
  }

  private static String first(String name, int segments) {
    int end = -1;
    for (int i = 0; i < segments; i++) {
      end = name.indexOf('.', end + 1);
      if (end < 0) {
        return name;
      }
    }
    return name.substring(0, end);
  }
}

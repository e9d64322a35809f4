package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which library a sample is spent in, below the frame that owns it. */
final class Libraries {

  /**
   * Packages that come with the JDK, internal ones included, as stacks show them: <a
   * href="https://docs.oracle.com/en/java/javase/25/docs/api/allpackages-index.html">Java SE and
   * JDK 25, all packages</a> and the sources of OpenJDK 17 to 25. Other {@code javax} and {@code
   * com.sun} packages are libraries.
   */
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?:java|jdk|sun)[.].+"
              + "|javax[.](?:accessibility|annotation[.]processing|crypto|imageio|lang[.]model"
              + "|management|naming|net|print|rmi[.]ssl|script|security|smartcardio|sound|sql"
              + "|swing|tools|transaction[.]xa"
              + "|xml[.](?:catalog|crypto|datatype|namespace|parsers|stream|transform|validation"
              + "|xpath))[.].+"
              + "|javax[.]xml[.][A-Z].+"
              + "|com[.]sun[.](?:beans|crypto|imageio|jarsigner|java|jdi|jmx|jndi|management|media"
              + "|naming|net[.]httpserver|nio|org[.]apache|proxy|rmi|rowset|security|source|swing"
              + "|tools)[.].+"
              + "|org[.](?:ietf[.]jgss|w3c[.]dom|xml[.]sax)[.].+|netscape[.]javascript[.].+");

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

  private Libraries() {}

  /**
   * The library of a sample: the leaf-most frame that is neither the JDK's nor native.
   *
   * @param below the frames below the owning one, leaf first
   */
  static String of(List<Frame> below) {
    boolean jdk = false;
    for (Frame frame : below) {
      if (frame.java() && !platform(frame.className())) {
        return root(frame.className());
      }
      jdk |= frame.java();
    }
    if (jdk) {
      return LibraryShare.JDK;
    }
    return below.isEmpty() ? LibraryShare.OWN : LibraryShare.NATIVE;
  }

  /** Whether a class comes with the JDK. */
  static boolean platform(String className) {
    return PLATFORM.matcher(className).matches();
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

package io.github.rustfit.engine.production;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The class that a program calls in the place of a Java method, as {@code rustfit:starter} names
 * it: {@code com.acme.PricesOfInRust} for {@code com.acme.Prices#of}. Beside it stand one class for
 * each technique, with {@code Ffm} or {@code Jni} behind its name.
 *
 * @param className the class that is called
 * @param technique {@code Ffm} or {@code Jni} in a class of a technique; empty in the class itself
 */
record Binding(String className, String technique) {

  /** Its method that calls Java's own. */
  static final String JAVA = "java";

  private static final Pattern CLASS = Pattern.compile("(.*[^.]InRust(?:_[0-9]+)?)(Ffm|Jni)?");

  private static final Pattern STEM = Pattern.compile("(.*)InRust(_[0-9]+)?");

  /** The binding that a frame is of; empty for another class. */
  static Optional<Binding> of(Frame frame) {
    if (!frame.className().contains("InRust")) {
      return Optional.empty();
    }
    Matcher name = CLASS.matcher(frame.className());
    return name.matches()
        ? Optional.of(new Binding(name.group(1), Optional.ofNullable(name.group(2)).orElse("")))
        : Optional.empty();
  }

  /**
   * What the binding of a method is called; the second of several with the same name has a number
   * behind it.
   *
   * @param entry {@code package.Type#method}, with or without types behind it
   */
  static String nameOf(String entry) {
    int hash = entry.indexOf('#');
    int end = entry.indexOf('(') < 0 ? entry.length() : entry.indexOf('(');
    int dot = entry.lastIndexOf('.', hash);
    return entry.substring(0, dot + 1)
        + capital(entry.substring(dot + 1, hash))
        + capital(entry.substring(hash + 1, end))
        + "InRust";
  }

  private static String capital(String name) {
    StringBuilder plain = new StringBuilder();
    name.replace("$", "")
        .codePoints()
        .forEach(
            c -> {
              if (c == '_' || (c < 128 && Character.isLetterOrDigit(c))) {
                plain.append((char) c);
              } else {
                plain.append(String.format(Locale.ROOT, "u%04x", c));
              }
            });
    return plain.isEmpty()
        ? ""
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  /** Whether it is the binding of a method, or the second of several methods with its name. */
  boolean isOf(String entry) {
    String name = nameOf(entry);
    return className.startsWith(name) && className.substring(name.length()).matches("(_[0-9]+)?");
  }

  /**
   * The crate's name in an exported function such as {@code rustfit_core_pricing_prices_of}; empty
   * where the function is not called like this class.
   */
  Optional<String> library(String function) {
    Matcher stem = STEM.matcher(className.substring(className.lastIndexOf('.') + 1));
    if (!stem.matches() || !function.startsWith("rustfit_")) {
      return Optional.empty();
    }
    String behind = "_" + snake(stem.group(1)) + Optional.ofNullable(stem.group(2)).orElse("");
    return function.endsWith(behind)
        ? Optional.of(function.substring(0, function.length() - behind.length()))
        : Optional.empty();
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}

package io.github.rustfit.readers.jvm;

import java.util.Map;
import java.util.regex.Pattern;

/** Class names as the JVM stores them, turned into names that are the same in every run. */
public final class ClassNames {

  private static final Map<Character, String> PRIMITIVES =
      Map.of(
          'B', "byte",
          'C', "char",
          'D', "double",
          'F', "float",
          'I', "int",
          'J', "long",
          'S', "short",
          'Z', "boolean");

  /**
   * The address (JDK 15 and newer, sometimes twice) or number (before) that tells hidden classes of
   * one origin apart.
   */
  private static final Pattern HIDDEN = Pattern.compile("(?:[+./](?:0x[0-9a-fA-F]+|\\d+))+$");

  /** The running number of a lambda's class. */
  private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda\\$\\d+$");

  private ClassNames() {}

  /** Binary name with dots of a class such as {@code java/util/Map$Entry}; hidden ones unified. */
  public static String ofFrame(String raw) {
    String name = HIDDEN.matcher(raw).replaceFirst("").replace('/', '.');
    return LAMBDA.matcher(name).replaceFirst("\\$\\$Lambda");
  }

  /** The same for an allocated type; {@code [B} becomes {@code byte[]}. */
  public static String ofType(String raw) {
    int dimensions = 0;
    while (dimensions < raw.length() && raw.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = raw.substring(dimensions);
    if (dimensions > 0 && element.length() == 1) {
      element = PRIMITIVES.getOrDefault(element.charAt(0), element);
    } else if (element.startsWith("L") && element.endsWith(";")) {
      element = element.substring(1, element.length() - 1);
    }
    return ofFrame(element) + "[]".repeat(dimensions);
  }
}

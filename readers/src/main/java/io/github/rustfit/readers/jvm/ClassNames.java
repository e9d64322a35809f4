package io.github.rustfit.readers.jvm;

import java.util.Map;

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

  private static final String LAMBDA = "$$Lambda";

  private ClassNames() {}

  /** Binary name with dots of a class such as {@code java/util/Map$Entry}; hidden ones unified. */
  public static String ofFrame(String raw) {
    String name = raw.substring(0, withoutAddress(raw)).replace('/', '.');
    int digits = beforeDigits(name, name.length());
    // The running number of a lambda's class.
    return digits < name.length()
            && digits > 0
            && name.charAt(digits - 1) == '$'
            && name.startsWith(LAMBDA, digits - 1 - LAMBDA.length())
        ? name.substring(0, digits - 1)
        : name;
  }

  /**
   * Where the address (JDK 15 and newer, sometimes twice) or number (before) begins that tells
   * hidden classes of one origin apart; the length when there is none.
   */
  private static int withoutAddress(String raw) {
    int end = raw.length();
    while (true) {
      int mark = beforeDigits(raw, end) - 1;
      if (mark + 1 == end || !separator(raw, mark)) {
        mark = beforeHex(raw, end) - 3;
        if (mark + 3 == end || !separator(raw, mark) || !raw.startsWith("0x", mark + 1)) {
          return end;
        }
      }
      end = mark;
    }
  }

  private static boolean separator(String raw, int at) {
    return at >= 0 && "+./".indexOf(raw.charAt(at)) >= 0;
  }

  private static int beforeDigits(String text, int end) {
    int at = end;
    while (at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
      at--;
    }
    return at;
  }

  private static int beforeHex(String text, int end) {
    int at = end;
    while (at > 0 && Character.digit(text.charAt(at - 1), 16) >= 0) {
      at--;
    }
    return at;
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

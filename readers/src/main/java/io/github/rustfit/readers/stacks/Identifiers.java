package io.github.rustfit.readers.stacks;

/** Tells names of classes and methods from those of native functions and from other text. */
final class Identifiers {

  /** What Java, Kotlin and Scala compilers never put into names, and native names are full of. */
  private static final String FOREIGN = " \t:;[](),\"'`=*&~!?@#%|{}\\<>/+^";

  private Identifiers() {}

  static boolean method(String name) {
    return name.equals("<init>")
        || name.equals("<clinit>")
        || (part(name, 0, name.length()) && !name.equals("so"));
  }

  /** Whether this can be the name of a class, with dots for packages. */
  static boolean type(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!part(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return part(name, start, name.length());
  }

  /**
   * Whether nothing but a class is named like this: in a package, or with a capital. GCC's parts of
   * functions ({@code memcpy.cold}) are not.
   */
  static boolean usual(String className) {
    return className.indexOf('.') >= 0 || capital(className);
  }

  static boolean capital(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }

  private static boolean part(String name, int start, int end) {
    if (start >= end || Character.isDigit(name.charAt(start))) {
      return false;
    }
    for (int at = start; at < end; at++) {
      char c = name.charAt(at);
      if (c < ' ' || FOREIGN.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}

package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.type.PrimitiveType;

/** Names of primitive types; the parser's own are other ones where the locale is Turkish. */
public final class Primitives {

  private Primitives() {}

  /** The keyword (JLS 25, 4.2). */
  public static String name(PrimitiveType type) {
    return switch (type.getType()) {
      case BOOLEAN -> "boolean";
      case CHAR -> "char";
      case BYTE -> "byte";
      case SHORT -> "short";
      case INT -> "int";
      case LONG -> "long";
      case FLOAT -> "float";
      case DOUBLE -> "double";
    };
  }
}

package io.github.rustfit.trial.starter;

import java.util.Optional;

/**
 * What one argument or the result is.
 *
 * @param form how its values lie
 * @param type of which type they are; of text the UTF-16 units, of nothing no matter which
 */
record Passed(Form form, Primitive type) {

  /** How values lie. */
  enum Form {
    /** No value: a method without a result. */
    NOTHING,
    /** A value by itself. */
    SCALAR,
    /** An array, whose elements the callee may change. */
    ARRAY,
    /** An array, whose elements the callee reads and never changes. */
    READ,
    /** An array of arrays, whose elements the callee may change. */
    ROWS,
    /** An array of arrays, whose elements the callee reads and never changes. */
    READ_ROWS,
    /** A string, which nobody changes. */
    TEXT,
    /** A value that the callee may change: an array with one element where it crosses. */
    CELL
  }

  private static final String STRING = "java.lang.String";

  /**
   * What a type of a signature is.
   *
   * @return empty for what does not cross as it is
   */
  static Optional<Passed> of(String type) {
    if (type.equals("void")) {
      return Optional.of(new Passed(Form.NOTHING, Primitive.INT));
    }
    if (type.equals(STRING) || type.equals("String")) {
      return Optional.of(new Passed(Form.TEXT, Primitive.CHAR));
    }
    if (type.endsWith("[][]")) {
      return Primitive.named(type.substring(0, type.length() - 4))
          .map(element -> new Passed(Form.ROWS, element));
    }
    if (type.endsWith("[]")) {
      return Primitive.named(type.substring(0, type.length() - 2))
          .map(element -> new Passed(Form.ARRAY, element));
    }
    return Primitive.named(type).map(primitive -> new Passed(Form.SCALAR, primitive));
  }

  boolean is(Form other) {
    return form == other;
  }

  /** The same value, which the callee may change. */
  Passed changing() {
    return new Passed(Form.CELL, type);
  }

  boolean isFlag() {
    return type == Primitive.BOOLEAN;
  }

  /** Whether it is a reference, which may be null. */
  boolean nullable() {
    return isArray() || isRows() || form == Form.TEXT;
  }

  /** Whether it is an array, written to or not. */
  boolean isArray() {
    return form == Form.ARRAY || form == Form.READ;
  }

  /** Whether it is an array of arrays, written to or not. */
  boolean isRows() {
    return form == Form.ROWS || form == Form.READ_ROWS;
  }

  /** The same, of which it is known that an array is only read. */
  Passed onlyRead() {
    return switch (form) {
      case ARRAY -> new Passed(Form.READ, type);
      case ROWS -> new Passed(Form.READ_ROWS, type);
      default -> this;
    };
  }

  /** Its rows behind each other. */
  Passed joined() {
    return new Passed(form == Form.ROWS ? Form.ARRAY : Form.READ, type);
  }

  /** Its type where Java calls. */
  String java() {
    return switch (form) {
      case NOTHING -> "void";
      case SCALAR, CELL -> type.java();
      case ARRAY, READ -> type.java() + "[]";
      case ROWS, READ_ROWS -> type.java() + "[][]";
      case TEXT -> "String";
    };
  }

  /** Its type where Java calls a technique: text is its UTF-16 units. */
  String wire() {
    return switch (form) {
      case TEXT -> "char[]";
      case CELL -> type.java() + "[]";
      default -> java();
    };
  }

  /** As an argument of a kernel. */
  String argument() {
    return switch (form) {
      case NOTHING -> "()";
      case SCALAR -> type.rust();
      case ARRAY -> "&mut [" + type.rust() + "]";
      case READ -> "&[" + type.rust() + "]";
      case ROWS -> "&mut [Vec<" + type.rust() + ">]";
      case READ_ROWS -> "&[Vec<" + type.rust() + ">]";
      case TEXT -> "&[u16]";
      case CELL -> "&mut " + type.rust();
    };
  }

  /** As the result of a kernel. */
  String result() {
    return switch (form) {
      case NOTHING -> "()";
      case SCALAR, CELL -> type.rust();
      case ARRAY, READ, TEXT -> "Vec<" + type.rust() + ">";
      case ROWS, READ_ROWS -> "Vec<Vec<" + type.rust() + ">>";
    };
  }
}

package io.github.rustfit.trial.starter;

import java.util.Locale;
import java.util.Optional;

/**
 * A primitive type of Java and the type of Rust that holds exactly the same values (JLS 25, 4.2).
 * Across the boundary a {@code boolean} is a byte that is checked to be 0 or 1.
 */
enum Primitive {
  BOOLEAN("bool", "u8", "BYTE"),
  BYTE("i8", "i8", "BYTE"),
  CHAR("u16", "u16", "CHAR"),
  SHORT("i16", "i16", "SHORT"),
  INT("i32", "i32", "INT"),
  LONG("i64", "i64", "LONG"),
  FLOAT("f32", "f32", "FLOAT"),
  DOUBLE("f64", "f64", "DOUBLE");

  private final String rust;
  private final String abi;
  private final String layout;

  Primitive(String rust, String abi, String layout) {
    this.rust = rust;
    this.abi = abi;
    this.layout = "JAVA_" + layout;
  }

  /** The type that Java calls so; empty for any that is none. */
  static Optional<Primitive> named(String name) {
    for (Primitive primitive : values()) {
      if (primitive.java().equals(name)) {
        return Optional.of(primitive);
      }
    }
    return Optional.empty();
  }

  /** Its name in Java. */
  String java() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its type in a kernel. */
  String rust() {
    return rust;
  }

  /** Its type where C calls. */
  String abi() {
    return abi;
  }

  /** Its layout among the constants of {@code java.lang.foreign.ValueLayout}. */
  String layout() {
    return layout;
  }
}

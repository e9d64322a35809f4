package io.github.rustfit.trial.port;

/** What kinds of types there are, each with its name in Rust where all of a kind have the same. */
enum Sort {
  BOOLEAN("bool"),
  BYTE("i8"),
  SHORT("i16"),
  CHAR("u16"),
  INT("i32"),
  LONG("i64"),
  FLOAT("f32"),
  DOUBLE("f64"),
  /** An enum without bodies: its ordinal. */
  ENUM("i32"),
  VOID("()"),
  /** A string that is only read: its UTF-16 units. */
  TEXT("[u16]"),
  ARRAY(""),
  OBJECT("");

  private final String rust;

  Sort(String rust) {
    this.rust = rust;
  }

  String rust() {
    return rust;
  }

  boolean floating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether it is a number of Java that is whole. */
  boolean whole() {
    return ordinal() >= BYTE.ordinal() && ordinal() <= LONG.ordinal();
  }

  boolean numeric() {
    return ordinal() >= BYTE.ordinal() && ordinal() <= DOUBLE.ordinal();
  }

  /** Whether it is copied where it is assigned. */
  boolean value() {
    return ordinal() <= ENUM.ordinal();
  }

  /** Unary numeric promotion (JLS 25, 5.6). */
  Sort promoted() {
    return this == BYTE || this == SHORT || this == CHAR ? INT : this;
  }

  /** Binary numeric promotion (JLS 25, 5.6). */
  Sort with(Sort other) {
    if (!numeric() || !other.numeric()) {
      return this;
    }
    if (this == DOUBLE || other == DOUBLE) {
      return DOUBLE;
    }
    if (this == FLOAT || other == FLOAT) {
      return FLOAT;
    }
    return this == LONG || other == LONG ? LONG : INT;
  }
}

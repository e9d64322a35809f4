package io.github.rustfit.trial.port;

/**
 * An expression of Rust.
 *
 * @param text it
 * @param level how tightly it binds
 * @param sort its type
 * @param number whether it is a number whose type is not said
 */
record Code(String text, Level level, Sort sort, boolean number) {

  /** How tightly expressions bind (The Rust Reference, Expression precedence), loosest first. */
  enum Level {
    /** Blocks and conditions, which only stand alone. */
    LOW,
    /** Casts: what follows the type could be taken for a part of it. */
    CAST,
    OR_OR,
    AND_AND,
    COMPARE,
    OR,
    XOR,
    AND,
    SHIFT,
    ADD,
    MULTIPLY,
    UNARY,
    ATOM;

    Level above() {
      return values()[ordinal() + 1];
    }
  }

  static Code atom(String text, Sort sort) {
    return new Code(text, Level.ATOM, sort, false);
  }

  static Code low(String text, Sort sort) {
    return new Code(text, Level.LOW, sort, false);
  }

  static Code at(Level level, String text, Sort sort) {
    return new Code(text, level, sort, false);
  }

  /** In brackets unless it binds so tightly. */
  String in(Level least) {
    return level.compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  /** With the type of a number said. */
  Code typed() {
    return number ? new Code(text + "_" + sort.rust(), level, sort, false) : this;
  }

  /** As what a method is called on. */
  String receiver() {
    return typed().in(Level.ATOM);
  }

  /** Whether it is a number, and not 0. */
  boolean isNonZeroNumber() {
    return number && text.matches(".*[1-9a-fA-F].*") && !text.matches("-?0x0*|-?0*");
  }
}

package io.github.rustfit.trial.port;

import com.sun.source.tree.Tree;
import io.github.rustfit.trial.port.Code.Level;

/** Operators of Java between two values of one type. */
final class Operators {

  private Operators() {}

  /** An operator, its operands being promoted. */
  static Code apply(Tree.Kind kind, Code left, Code right) {
    Sort sort = left.sort();
    return switch (kind) {
      case AND, AND_ASSIGNMENT -> infix(left, " & ", right, Level.AND);
      case OR, OR_ASSIGNMENT -> infix(left, " | ", right, Level.OR);
      case XOR, XOR_ASSIGNMENT -> infix(left, " ^ ", right, Level.XOR);
      default -> sort.floating() ? fraction(kind, left, right) : whole(kind, left, right);
    };
  }

  private static Code infix(Code left, String operator, Code right, Level level) {
    String a = (right.number() ? left.typed() : left).in(level);
    return Code.at(level, a + operator + right.in(level.above()), left.sort());
  }

  private static Code fraction(Tree.Kind kind, Code left, Code right) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> infix(left, " + ", right, Level.ADD);
      case MINUS, MINUS_ASSIGNMENT -> infix(left, " - ", right, Level.ADD);
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> infix(left, " * ", right, Level.MULTIPLY);
      case DIVIDE, DIVIDE_ASSIGNMENT -> infix(left, " / ", right, Level.MULTIPLY);
      default -> infix(left, " % ", right, Level.MULTIPLY);
    };
  }

  private static Code whole(Tree.Kind kind, Code left, Code right) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> method(left, "wrapping_add", right);
      case MINUS, MINUS_ASSIGNMENT -> method(left, "wrapping_sub", right);
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> method(left, "wrapping_mul", right);
      case DIVIDE, DIVIDE_ASSIGNMENT ->
          right.isNonZeroNumber()
              ? method(left, "wrapping_div", right)
              : function("java::div", left, right);
      default ->
          right.isNonZeroNumber()
              ? method(left, "wrapping_rem", right)
              : function("java::rem", left, right);
    };
  }

  private static Code method(Code left, String name, Code right) {
    return Code.atom(left.receiver() + "." + name + "(" + right.text() + ")", left.sort());
  }

  private static Code function(String name, Code left, Code right) {
    return Code.atom(name + "(" + left.typed().text() + ", " + right.text() + ")?", left.sort());
  }

  /** A shift: by the low bits of the distance (JLS 25, 15.19). */
  static Code shift(Tree.Kind kind, Code left, Code distance) {
    Sort sort = left.sort();
    boolean up = kind == Tree.Kind.LEFT_SHIFT || kind == Tree.Kind.LEFT_SHIFT_ASSIGNMENT;
    boolean down = kind == Tree.Kind.RIGHT_SHIFT || kind == Tree.Kind.RIGHT_SHIFT_ASSIGNMENT;
    int bits = sort == Sort.LONG ? 64 : 32;
    String unsigned = sort == Sort.LONG ? "u64" : "u32";
    Code value = up || down ? left : Code.at(Level.CAST, castable(left) + " as " + unsigned, sort);
    Code shifted;
    if (distance.number() && distance.sort().whole()) {
      long by = Long.decode(distance.text()) & (bits - 1);
      shifted =
          Code.at(Level.SHIFT, value.typed().in(Level.SHIFT) + (up ? " << " : " >> ") + by, sort);
    } else {
      String by =
          distance.sort() == Sort.INT || distance.sort() == Sort.LONG
              ? castable(distance) + " as u32"
              : castable(Numbers.convert(distance, Sort.INT)) + " as u32";
      shifted =
          Code.atom(value.receiver() + (up ? ".wrapping_shl(" : ".wrapping_shr(") + by + ")", sort);
    }
    return up || down
        ? shifted
        : Code.at(Level.CAST, "(" + shifted.text() + ") as " + sort.rust(), sort);
  }

  private static String castable(Code code) {
    return code.level() == Level.CAST ? code.text() : code.typed().in(Level.UNARY);
  }
}

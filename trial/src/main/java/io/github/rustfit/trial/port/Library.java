package io.github.rustfit.trial.port;

import io.github.rustfit.trial.port.Code.Level;
import java.util.List;
import java.util.Optional;

/**
 * Methods of the JDK over numbers, as Rust has them bit by bit. What is specified but for the last
 * bit is not among them.
 */
final class Library {

  private Library() {}

  /**
   * A call.
   *
   * @param owner the class, with its package
   * @param name the method
   * @param result its type
   * @param arguments as the types of the method's parameters
   * @return empty for a method that is not known
   */
  static Optional<Code> call(String owner, String name, Sort result, List<Code> arguments) {
    return switch (owner) {
      case "java.lang.Math", "java.lang.StrictMath" -> math(name, result, arguments);
      case "java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte" ->
          whole(owner.substring(10), name, result, arguments);
      case "java.lang.Float", "java.lang.Double" -> fraction(name, result, arguments);
      case "java.lang.Character" -> character(name, result, arguments);
      case "java.lang.Boolean" -> flag(name, result, arguments);
      case "java.util.Objects" ->
          name.equals("checkIndex") && result == Sort.INT
              ? Optional.of(tried("java::check_index", result, arguments))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String list(List<Code> arguments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      Code one = arguments.get(i);
      text.append(i == 0 ? "" : ", ").append(i == 0 ? one.typed().text() : one.text());
    }
    return text.toString();
  }

  /** A function of ours. */
  private static Code helper(String function, Sort result, List<Code> arguments) {
    return Code.atom(function + "(" + list(arguments) + ")", result);
  }

  /** A function of ours that may leave the call to Java. */
  private static Code tried(String function, Sort result, List<Code> arguments) {
    return Code.atom(function + "(" + list(arguments) + ")?", result);
  }

  /** A method of Rust. */
  private static Code method(String name, Sort result, List<Code> arguments) {
    return Code.atom(
        arguments.get(0).receiver()
            + "."
            + name
            + "("
            + String.join(
                ", ", arguments.subList(1, arguments.size()).stream().map(Code::text).toList())
            + ")",
        result);
  }

  /** A method of Rust that gives nothing where Java throws. */
  private static Code checked(String name, Sort result, List<Code> arguments) {
    return Code.atom(method(name, result, arguments).text() + ".ok_or(Refused::ToJava)?", result);
  }

  private static Code as(Code code, Sort to) {
    return Code.at(Level.CAST, code.in(Level.ATOM) + " as " + to.rust(), to);
  }

  private static Optional<Code> math(String name, Sort result, List<Code> arguments) {
    boolean floating = !arguments.isEmpty() && arguments.get(0).sort().floating();
    if (arguments.size() == 2 && arguments.get(0).sort() != arguments.get(1).sort()) {
      // A long and an int: what is done with two longs (java.lang.Math).
      List<Code> both =
          List.of(arguments.get(0), Numbers.convert(arguments.get(1), arguments.get(0).sort()));
      return math(name, Sort.LONG, both).map(code -> Numbers.convert(code, result));
    }
    Code code =
        switch (name) {
          case "abs" -> method(floating ? "abs" : "wrapping_abs", result, arguments);
          case "min", "max" ->
              floating
                  ? helper("java::" + name + "_" + result.rust(), result, arguments)
                  : method(name, result, arguments);
          case "sqrt", "floor", "ceil" -> method(name, result, arguments);
          case "rint" -> method("round_ties_even", result, arguments);
          case "fma" -> method("mul_add", result, arguments);
          case "round" ->
              helper("java::round_" + arguments.get(0).sort().rust(), result, arguments);
          case "signum" -> helper("java::signum_" + result.rust(), result, arguments);
          case "addExact" -> checked("checked_add", result, arguments);
          case "subtractExact" -> checked("checked_sub", result, arguments);
          case "multiplyExact" -> checked("checked_mul", result, arguments);
          case "incrementExact" -> checked("checked_add", result, with(arguments, "1"));
          case "decrementExact" -> checked("checked_sub", result, with(arguments, "1"));
          case "negateExact" -> checked("checked_neg", result, arguments);
          case "absExact" -> checked("checked_abs", result, arguments);
          case "toIntExact" -> tried("java::to_int_exact", result, arguments);
          case "floorDiv", "floorMod" ->
              tried(
                  name.equals("floorDiv") ? "java::floor_div" : "java::floor_mod",
                  result,
                  arguments);
          case "multiplyHigh" -> helper("java::multiply_high", result, arguments);
          default -> null;
        };
    return Optional.ofNullable(code);
  }

  private static List<Code> with(List<Code> arguments, String number) {
    return List.of(arguments.get(0), new Code(number, Level.ATOM, arguments.get(0).sort(), true));
  }

  private static Optional<Code> whole(String type, String name, Sort result, List<Code> arguments) {
    if (arguments.isEmpty() || !arguments.stream().allMatch(one -> one.sort().numeric())) {
      return Optional.empty();
    }
    Code first = arguments.get(0);
    boolean narrow = type.equals("Short") || type.equals("Byte");
    Code code =
        switch (name) {
          case "min", "max" -> method(name, result, arguments);
          case "sum" -> method("wrapping_add", result, arguments);
          case "compare" ->
              narrow
                  ? Code.atom(
                      as(first, Sort.INT).in(Level.ATOM)
                          + ".wrapping_sub("
                          + as(arguments.get(1), Sort.INT).text()
                          + ")",
                      result)
                  : helper("java::compare", result, arguments);
          case "hashCode" ->
              type.equals("Long")
                  ? helper("java::hash_i64", result, arguments)
                  : Numbers.convert(first, Sort.INT);
          case "toUnsignedInt" ->
              Code.at(
                  Level.CAST,
                  first.receiver() + " as " + unsigned(first.sort()) + " as i32",
                  result);
          case "toUnsignedLong" ->
              Code.at(
                  Level.CAST,
                  first.receiver() + " as " + unsigned(first.sort()) + " as i64",
                  result);
          case "reverseBytes" -> method("swap_bytes", result, arguments);
          case "compareUnsigned" ->
              narrow ? null : helper("java::compare_unsigned", result, arguments);
          case "divideUnsigned" -> tried("java::divide_unsigned", result, arguments);
          case "remainderUnsigned" -> tried("java::remainder_unsigned", result, arguments);
          case "bitCount" -> as(method("count_ones", result, arguments), Sort.INT);
          case "numberOfLeadingZeros" -> as(method("leading_zeros", result, arguments), Sort.INT);
          case "numberOfTrailingZeros" -> as(method("trailing_zeros", result, arguments), Sort.INT);
          case "reverse" -> method("reverse_bits", result, arguments);
          case "signum" -> Numbers.convert(method("signum", first.sort(), arguments), Sort.INT);
          case "highestOneBit" -> helper("java::highest_one_bit", result, arguments);
          case "lowestOneBit" -> helper("java::lowest_one_bit", result, arguments);
          case "rotateLeft", "rotateRight" ->
              Code.atom(
                  first.receiver()
                      + (name.equals("rotateLeft") ? ".rotate_left(" : ".rotate_right(")
                      + "java::distance("
                      + arguments.get(1).text()
                      + "))",
                  result);
          default -> null;
        };
    return Optional.ofNullable(code);
  }

  private static String unsigned(Sort sort) {
    return "u" + sort.rust().substring(1);
  }

  private static Optional<Code> fraction(String name, Sort result, List<Code> arguments) {
    if (arguments.isEmpty() || !arguments.stream().allMatch(one -> one.sort().numeric())) {
      return Optional.empty();
    }
    Code first = arguments.get(0);
    String type = (first.sort().floating() ? first.sort() : result).rust();
    Code code =
        switch (name) {
          case "isNaN" -> method("is_nan", result, arguments);
          case "isInfinite" -> method("is_infinite", result, arguments);
          case "isFinite" -> method("is_finite", result, arguments);
          case "min", "max" -> helper("java::" + name + "_" + type, result, arguments);
          case "sum" ->
              Code.at(
                  Level.ADD,
                  first.typed().in(Level.ADD) + " + " + arguments.get(1).in(Level.MULTIPLY),
                  result);
          case "compare" -> helper("java::compare_" + type, result, arguments);
          case "hashCode" -> helper("java::hash_" + type, result, arguments);
          case "floatToIntBits", "doubleToLongBits" ->
              helper("java::bits_" + type, result, arguments);
          case "floatToRawIntBits", "doubleToRawLongBits" ->
              tried("java::raw_bits_" + type, result, arguments);
          case "intBitsToFloat" -> helper("java::float_of", result, arguments);
          case "longBitsToDouble" -> helper("java::double_of", result, arguments);
          default -> null;
        };
    return Optional.ofNullable(code);
  }

  private static Optional<Code> character(String name, Sort result, List<Code> arguments) {
    if (arguments.isEmpty() || arguments.get(0).sort() != Sort.CHAR) {
      return Optional.empty();
    }
    Code first = arguments.get(0);
    Code code =
        switch (name) {
          case "compare" ->
              Code.atom(
                  as(first, Sort.INT).in(Level.ATOM)
                      + ".wrapping_sub("
                      + as(arguments.get(1), Sort.INT).text()
                      + ")",
                  result);
          case "hashCode" -> Numbers.convert(first, Sort.INT);
          case "reverseBytes" -> method("swap_bytes", result, arguments);
          case "isSurrogate" -> inRange(first, "0xD800..=0xDFFF", result);
          case "isHighSurrogate" -> inRange(first, "0xD800..=0xDBFF", result);
          case "isLowSurrogate" -> inRange(first, "0xDC00..=0xDFFF", result);
          default -> null;
        };
    return Optional.ofNullable(code);
  }

  private static Code inRange(Code character, String range, Sort result) {
    return Code.atom("(" + range + ").contains(&" + character.in(Level.ATOM) + ")", result);
  }

  private static Optional<Code> flag(String name, Sort result, List<Code> arguments) {
    if (arguments.isEmpty() || arguments.get(0).sort() != Sort.BOOLEAN) {
      return Optional.empty();
    }
    String a = arguments.get(0).in(Level.ATOM);
    String b = arguments.size() > 1 ? arguments.get(1).in(Level.ATOM) : "";
    Code code =
        switch (name) {
          case "logicalAnd" -> Code.at(Level.AND, a + " & " + b, result);
          case "logicalOr" -> Code.at(Level.OR, a + " | " + b, result);
          case "logicalXor" -> Code.at(Level.XOR, a + " ^ " + b, result);
          case "compare" -> helper("java::compare", result, arguments);
          case "hashCode" ->
              Code.low("if " + arguments.get(0).text() + " { 1231_i32 } else { 1237 }", result);
          default -> null;
        };
    return Optional.ofNullable(code);
  }
}

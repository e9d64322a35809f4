package io.github.rustfit.trial.port;

import io.github.rustfit.trial.port.Code.Level;
import java.util.Locale;

/** Values of Java as literals of Rust, and conversions between their types. */
final class Numbers {

  /** Numbers above that are read more easily in hexadecimal digits. */
  private static final long LARGEST_DECIMAL = 1_000_000_000_000L;

  private Numbers() {}

  /** The literal of a value, of the type that its class says. */
  static Code literal(Object value) {
    if (value instanceof Boolean flag) {
      return Code.atom(flag.toString(), Sort.BOOLEAN);
    }
    if (value instanceof Character c) {
      return character(c);
    }
    if (value instanceof Float f) {
      return floating(f, Float.toString(Math.abs(f)), Sort.FLOAT);
    }
    if (value instanceof Double d) {
      return floating(d, Double.toString(Math.abs(d)), Sort.DOUBLE);
    }
    Sort sort =
        value instanceof Byte
            ? Sort.BYTE
            : value instanceof Short ? Sort.SHORT : value instanceof Integer ? Sort.INT : Sort.LONG;
    return whole(((Number) value).longValue(), sort, false);
  }

  /** A whole number; in hexadecimal digits if they were so in the source. */
  static Code whole(long value, Sort sort, boolean hexadecimal) {
    long least =
        switch (sort) {
          case BYTE -> Byte.MIN_VALUE;
          case SHORT -> Short.MIN_VALUE;
          case INT -> Integer.MIN_VALUE;
          case LONG -> Long.MIN_VALUE;
          default -> -1;
        };
    if (value == least) {
      return Code.atom(sort.rust() + "::MIN", sort);
    }
    if (value < 0) {
      if (hexadecimal && (sort == Sort.INT || sort == Sort.LONG)) {
        String digits = sort == Sort.INT ? hex((int) value & 0xFFFF_FFFFL) : hex(value);
        String wide = sort == Sort.INT ? "u32" : "u64";
        return Code.at(Level.CAST, digits + "_" + wide + " as " + sort.rust(), sort);
      }
      return new Code("-" + -value, Level.UNARY, sort, true);
    }
    boolean digits = hexadecimal || value > LARGEST_DECIMAL;
    return new Code(digits ? hex(value) : Long.toString(value), Level.ATOM, sort, true);
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
  }

  private static Code character(char c) {
    if (c > ' ' && c < 127 && c != '\'' && c != '\\' || c == ' ') {
      return Code.at(Level.CAST, "'" + c + "' as u16", Sort.CHAR);
    }
    String name =
        switch (c) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case '\'' -> "\\'";
          case '\\' -> "\\\\";
          default -> "";
        };
    return name.isEmpty()
        ? new Code(hex(c), Level.ATOM, Sort.CHAR, true)
        : Code.at(Level.CAST, "'" + name + "' as u16", Sort.CHAR);
  }

  private static Code floating(double value, String magnitude, Sort sort) {
    if (Double.isNaN(value)) {
      return Code.atom(sort.rust() + "::NAN", sort);
    }
    if (Double.isInfinite(value)) {
      return Code.atom(sort.rust() + (value > 0 ? "::INFINITY" : "::NEG_INFINITY"), sort);
    }
    boolean negative = value < 0 || 1 / value < 0;
    return new Code(
        (negative ? "-" : "") + magnitude.replace('E', 'e'),
        negative ? Level.UNARY : Level.ATOM,
        sort,
        true);
  }

  /** The value as another type: Java's cast (JLS 25, 5.1.2 and 5.1.3). */
  static Code convert(Code code, Sort to) {
    Sort from = code.sort();
    if (from == to || !from.numeric() || !to.numeric()) {
      return code;
    }
    if (code.number() && from == Sort.INT && fits(code.text(), to)) {
      return to.floating()
          ? new Code(decimal(code.text()) + ".0", code.level(), to, true)
          : new Code(code.text(), code.level(), to, true);
    }
    if (from == Sort.CHAR && code.text().startsWith("'") && code.text().endsWith("' as u16")) {
      String plain = code.text().substring(0, code.text().length() - " as u16".length());
      if (to.whole() && to != Sort.BYTE) {
        return Code.at(Level.CAST, plain + " as " + to.rust(), to);
      }
    }
    String text = code.typed().text();
    // Level of a unary operator: "-x as T" is "(-x) as T" in Rust.
    String operand =
        code.level() == Level.CAST || code.level().compareTo(Level.UNARY) >= 0
            ? text
            : "(" + text + ")";
    // Narrowing of a fraction to less than int goes by way of int (JLS 25, 5.1.3).
    boolean byInt = from.floating() && (to == Sort.BYTE || to == Sort.SHORT || to == Sort.CHAR);
    return Code.at(Level.CAST, operand + (byInt ? " as i32" : "") + " as " + to.rust(), to);
  }

  private static String decimal(String digits) {
    return Long.toString(Long.decode(digits));
  }

  private static boolean fits(String digits, Sort to) {
    long value = Long.decode(digits);
    return switch (to) {
      case BYTE -> value == (byte) value;
      case SHORT -> value == (short) value;
      case CHAR -> value == (char) value;
      case FLOAT -> Math.abs(value) <= 1 << 24;
      default -> true;
    };
  }
}

package io.github.rustfit.trial.port;

import java.lang.reflect.Array;
import java.util.Random;

/** Arguments, nasty ones among them, and how they are passed to another program. */
final class Values {

  private static final long[] WHOLE = {
    0,
    1,
    -1,
    2,
    3,
    5,
    7,
    8,
    10,
    16,
    31,
    32,
    33,
    63,
    64,
    65,
    100,
    127,
    128,
    -128,
    -129,
    255,
    256,
    32767,
    32768,
    -32768,
    -32769,
    65535,
    65536,
    70000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE + 1L,
    Integer.MIN_VALUE - 1L,
    0xFFFFFFFFL,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 53,
    (1L << 53) + 1,
    (1L << 24) + 1
  };

  private static final double[] FRACTIONS = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    0.1,
    1e-10,
    1e10,
    1e30,
    -1e30,
    1e300,
    0.49999999999999994,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Float.MAX_VALUE,
    Float.MIN_VALUE,
    2147483647.5,
    1e19,
    9007199254740993.0,
    0.49999997f,
    8388609.0,
    Math.PI
  };

  private Values() {}

  static Object of(Class<?> type, Random random) {
    if (type == String.class) {
      return new String((char[]) of(char[].class, random));
    }
    if (type.isArray()) {
      int length = random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(12);
      Object array = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, of(type.getComponentType(), random));
      }
      return array;
    }
    boolean nasty = random.nextInt(3) == 0;
    long whole =
        nasty
            ? WHOLE[random.nextInt(WHOLE.length)]
            : random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(41) - 20;
    double fraction =
        nasty
            ? FRACTIONS[random.nextInt(FRACTIONS.length)]
            : random.nextInt(4) == 0
                ? Double.longBitsToDouble(random.nextLong())
                : (random.nextInt(4001) - 2000) / 16.0;
    return switch (type.getName()) {
      case "boolean" -> random.nextBoolean();
      case "byte" -> (byte) whole;
      case "short" -> (short) whole;
      case "char" -> (char) whole;
      case "int" -> (int) whole;
      case "long" -> whole;
      case "float" -> (float) fraction;
      default -> fraction;
    };
  }

  static Object copy(Object value) {
    if (!value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    System.arraycopy(value, 0, copy, 0, length);
    return copy;
  }

  /** Its bits; of an array those of its elements; of a result {@code =} stands before them. */
  static String wire(Object value) {
    if (value instanceof String text) {
      return wire(text.toCharArray());
    }
    if (!value.getClass().isArray()) {
      return "" + bits(value);
    }
    StringBuilder text = new StringBuilder("=");
    for (int i = 0; i < Array.getLength(value); i++) {
      text.append(i == 0 ? "" : ",").append(bits(Array.get(value, i)));
    }
    return text.toString();
  }

  private static long bits(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Character c) {
      return c;
    }
    if (value instanceof Float f) {
      return Float.floatToIntBits(f);
    }
    if (value instanceof Double d) {
      return Double.doubleToLongBits(d);
    }
    return ((Number) value).longValue();
  }
}

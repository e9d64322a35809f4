package io.github.rustfit.capture.agent;

import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Plain values: primitives, arrays of them, arrays of such arrays, and strings. */
final class Values {

  private Values() {}

  /** Whether a type, as a descriptor names it, is plain. */
  static boolean plain(String descriptor) {
    return descriptor.equals("Ljava/lang/String;") || descriptor.matches("\\[{0,7}[ZBCSIJFD]");
  }

  /** A copy, of the array with all arrays in it; strings and boxes are what they are. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Object[] parts) {
      Object[] copy = parts.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = copy(copy[i]);
      }
      return copy;
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (value instanceof int[] ints) {
      return ints.clone();
    }
    if (value instanceof long[] longs) {
      return longs.clone();
    }
    if (value instanceof double[] doubles) {
      return doubles.clone();
    }
    if (value instanceof float[] floats) {
      return floats.clone();
    }
    if (value instanceof char[] chars) {
      return chars.clone();
    }
    return value instanceof short[] shorts ? shorts.clone() : ((boolean[]) value).clone();
  }

  /** Writes arguments; of the same array twice the second only says so. */
  static void write(DataOutputStream out, @Nullable Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      int same = 0;
      while (values[same] != values[i]) {
        same++;
      }
      if (same < i && values[i] != null && values[i].getClass().isArray()) {
        out.writeByte('R');
        out.writeByte(same);
      } else {
        write(out, values[i]);
      }
    }
  }

  /** Writes a value with its tag. */
  static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeByte('N');
    } else if (value instanceof String text) {
      out.writeByte('s');
      out.writeInt(text.length());
      for (int i = 0; i < text.length(); i++) {
        out.writeChar(text.charAt(i));
      }
    } else if (value.getClass().isArray()) {
      out.writeBytes(value.getClass().getName());
      elements(out, value);
    } else {
      scalar(out, value);
    }
  }

  private static void scalar(DataOutputStream out, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      out.writeByte('Z');
      out.writeBoolean(flag);
    } else if (value instanceof Byte number) {
      out.writeByte('B');
      out.writeByte(number);
    } else if (value instanceof Character unit) {
      out.writeByte('C');
      out.writeChar(unit);
    } else if (value instanceof Short number) {
      out.writeByte('S');
      out.writeShort(number);
    } else if (value instanceof Integer number) {
      out.writeByte('I');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('J');
      out.writeLong(number);
    } else if (value instanceof Float number) {
      out.writeByte('F');
      out.writeFloat(number);
    } else {
      out.writeByte('D');
      out.writeDouble((Double) value);
    }
  }

  private static void elements(DataOutputStream out, Object array) throws IOException {
    if (array instanceof Object[] parts) {
      out.writeInt(parts.length);
      for (Object part : parts) {
        out.writeBoolean(part != null);
        if (part != null) {
          elements(out, part);
        }
      }
    } else if (array instanceof byte[] bytes) {
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (array instanceof int[] ints) {
      out.writeInt(ints.length);
      for (int value : ints) {
        out.writeInt(value);
      }
    } else if (array instanceof long[] longs) {
      out.writeInt(longs.length);
      for (long value : longs) {
        out.writeLong(value);
      }
    } else if (array instanceof double[] doubles) {
      out.writeInt(doubles.length);
      for (double value : doubles) {
        out.writeLong(Double.doubleToRawLongBits(value));
      }
    } else if (array instanceof float[] floats) {
      out.writeInt(floats.length);
      for (float value : floats) {
        out.writeInt(Float.floatToRawIntBits(value));
      }
    } else if (array instanceof char[] chars) {
      out.writeInt(chars.length);
      for (char value : chars) {
        out.writeChar(value);
      }
    } else if (array instanceof short[] shorts) {
      out.writeInt(shorts.length);
      for (short value : shorts) {
        out.writeShort(value);
      }
    } else {
      boolean[] flags = (boolean[]) array;
      out.writeInt(flags.length);
      for (boolean value : flags) {
        out.writeBoolean(value);
      }
    }
  }
}

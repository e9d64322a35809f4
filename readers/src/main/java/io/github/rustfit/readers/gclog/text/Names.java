package io.github.rustfit.readers.gclog.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One string for each distinct byte sequence, made once. Holds a bounded number of bounded names,
 * so that a hostile log cannot fill the memory. Not thread-safe.
 */
public final class Names {

  /** Stands for all names beyond what is kept; no JVM has nearly as many. */
  public static final String OTHER = "(other)";

  private static final int SLOTS = 1024;
  private static final int MOST = SLOTS / 4;
  private static final int LONGEST = 128;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] spellings = new byte[SLOTS][];
  private final String[] names = new String[SLOTS];
  private int count;

  /** The name that these bytes spell. */
  public String of(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return OTHER;
    }
    for (int slot = slot(bytes, from, to); ; slot = (slot + 1) % SLOTS) {
      byte[] spelling = spellings[slot];
      if (spelling == null) {
        if (count == MOST) {
          return OTHER;
        }
        count++;
        spellings[slot] = Arrays.copyOfRange(bytes, from, to);
        names[slot] = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return names[slot];
      }
      if (Arrays.equals(spelling, 0, spelling.length, bytes, from, to)) {
        return names[slot];
      }
    }
  }

  /**
   * Where to look first. Names differ in their length, at their start, in their middle or at their
   * end; looking at these alone is several times as fast as looking at every byte.
   */
  private static int slot(byte[] bytes, int from, int to) {
    int length = to - from;
    long mixed = length;
    if (length >= Long.BYTES) {
      mixed = mixed * 31 + (long) EIGHT.get(bytes, from);
      mixed = mixed * 31 + (long) EIGHT.get(bytes, from + (length - Long.BYTES) / 2);
      mixed = mixed * 31 + (long) EIGHT.get(bytes, to - Long.BYTES);
    } else {
      for (int i = from; i < to; i++) {
        mixed = mixed * 31 + bytes[i];
      }
    }
    return (int) (mixed * 0x9E3779B97F4A7C15L >>> 54);
  }
}

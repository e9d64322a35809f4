package io.github.rustfit.readers.gclog.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

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

  private final @Nullable String[] names = new String[SLOTS];
  private int count;

  /** The name that these bytes spell. */
  public String of(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return OTHER;
    }
    int hash = 17;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    for (int slot = hash >>> 22; ; slot = (slot + 1) % SLOTS) {
      String name = names[slot];
      if (name == null) {
        if (count == MOST) {
          return OTHER;
        }
        count++;
        String fresh = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        names[slot] = fresh;
        return fresh;
      }
      if (same(name, bytes, from, to)) {
        return name;
      }
    }
  }

  private static boolean same(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != (bytes[from + i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}

package io.github.rustfit.readers.gclog;

import java.util.Arrays;

/**
 * The latest pauses of a run by the number of their collection, of the kinds that a collection has
 * once: a second one is the same, told twice, or that of another JVM. Not thread-safe.
 */
final class KnownPauses {

  /** What a pause with that number and name is. */
  enum Told {
    NEW,
    TWICE,
    OTHER
  }

  private static final int SLOTS = 256;
  private static final int FIGURES = 4;

  private final long[] keys = new long[SLOTS];
  private final long[] figures = new long[SLOTS * FIGURES];

  KnownPauses() {
    Arrays.fill(keys, -1);
  }

  /** Whether it was told before; takes nothing. */
  Told told(long id, String name, CollectionLine line) {
    int kind = kind(name);
    if (kind < 0) {
      return Told.NEW;
    }
    int slot = slot(id, kind);
    if (keys[slot] != key(id, kind)) {
      return Told.NEW;
    }
    boolean same =
        figures[slot * FIGURES] == line.duration()
            && figures[slot * FIGURES + 1] == line.before()
            && figures[slot * FIGURES + 2] == line.after();
    return same ? Told.TWICE : Told.OTHER;
  }

  /** Keeps it. */
  void add(long id, String name, CollectionLine line) {
    int kind = kind(name);
    if (kind >= 0) {
      int slot = slot(id, kind);
      keys[slot] = key(id, kind);
      figures[slot * FIGURES] = line.duration();
      figures[slot * FIGURES + 1] = line.before();
      figures[slot * FIGURES + 2] = line.after();
    }
  }

  private static int kind(String name) {
    return switch (name) {
      case "Pause Young", "Pause Mixed" -> 0;
      case "Pause Full" -> 1;
      case "Pause Remark" -> 2;
      case "Pause Cleanup", "Pause Initial Mark" -> 3;
      default -> -1;
    };
  }

  private static long key(long id, int kind) {
    return id * FIGURES + kind;
  }

  private static int slot(long id, int kind) {
    return (int) (key(id, kind) % SLOTS);
  }
}

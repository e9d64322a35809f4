package io.github.rustfit.readers.jfr.stacks;

/** Numbers of frames by the bytes of a chunk that describe them, so that each is decoded once. */
final class FrameTable {

  private static final int FEWEST = 1024;

  /** Real chunks have some thousands; the bound keeps one made up for it from filling memory. */
  private static final int MOST = 1 << 20;

  /** Two words of bytes and a number stand side by side, and a place to make it a power of 2. */
  private static final int ROW = 4;

  private static final long MIX = 0x9e3779b97f4a7c15L; // 2^64 / golden ratio: Knuth, TAOCP 3, 6.4

  private long[] rows = new long[ROW * FEWEST];
  private int size;

  /** The number of the frame with these bytes; 0 when it is not known. */
  int number(long low, long high) {
    return (int) rows[row(low, high) + 2];
  }

  /** Notes the number of a frame that is not known, above 0. */
  void put(long low, long high, int number) {
    if (size >= MOST) {
      return;
    }
    set(low, high, number);
    if (++size > rows.length / ROW / 2) {
      long[] old = rows;
      rows = new long[2 * old.length];
      for (int at = 0; at < old.length; at += ROW) {
        if (old[at + 2] != 0) {
          set(old[at], old[at + 1], old[at + 2]);
        }
      }
    }
  }

  private void set(long low, long high, long number) {
    int at = row(low, high);
    rows[at] = low;
    rows[at + 1] = high;
    rows[at + 2] = number;
  }

  private int row(long low, long high) {
    long[] table = rows;
    int mask = table.length - 1;
    long mixed = (low ^ high * MIX) * MIX;
    int at = (int) (mixed >>> 32) * ROW & mask;
    while (table[at + 2] != 0 && (table[at] != low || table[at + 1] != high)) {
      at = at + ROW & mask;
    }
    return at;
  }
}

package io.github.rustfit.readers.jfr.stacks;

import java.util.Arrays;

/** Distinct stacks as rows of frame numbers, each stored once. Thread-safe. */
final class StackTable {

  private static final int FEWEST = 1024;

  private int[][] stacks = new int[FEWEST][];

  /** Hash and, from 1 on, number of a stack; 0 marks a free place. */
  private long[] table = new long[2 * FEWEST];

  private int size;

  /** A table that holds the empty stack as number 0. */
  StackTable() {
    number(new int[0], 0, 0);
  }

  /**
   * The number of the stack in the first places of an array.
   *
   * @param sum the same for equal stacks
   */
  synchronized int number(int[] frames, int length, int sum) {
    int hash = sum * 0x9e3779b9; // 2^32 / golden ratio: Knuth, TAOCP 3, section 6.4
    int mask = table.length - 1;
    int place = hash & mask;
    while (table[place] != 0) {
      if ((int) (table[place] >>> 32) == hash) {
        int number = (int) table[place] - 1;
        int[] known = stacks[number];
        if (Arrays.equals(known, 0, known.length, frames, 0, length)) {
          return number;
        }
      }
      place = (place + 1) & mask;
    }
    if (size == stacks.length) {
      stacks = Arrays.copyOf(stacks, 2 * size);
    }
    stacks[size++] = Arrays.copyOf(frames, length);
    table[place] = (long) hash << 32 | size;
    if (size > table.length / 2) {
      grow();
    }
    return size - 1;
  }

  /** The frame numbers of a stack; not to be changed. */
  synchronized int[] frames(int number) {
    return stacks[number];
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    int mask = table.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int place = (int) (entry >>> 32) & mask;
        while (table[place] != 0) {
          place = (place + 1) & mask;
        }
        table[place] = entry;
      }
    }
  }
}

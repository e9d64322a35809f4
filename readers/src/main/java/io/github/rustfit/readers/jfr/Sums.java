package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.Weight;

/** Weights by a number: what a map from {@code Long} to {@link Weight} is, without the objects. */
final class Sums {

  /** Takes one weight. */
  interface Visitor {
    void visit(long key, Weight weight);
  }

  private static final int FEWEST = 64;

  private long[] keys = new long[FEWEST];

  /** 0 marks a free place: a weight without samples is never kept. */
  private long[] samples = new long[FEWEST];

  private long[] amounts = new long[FEWEST];
  private long[] squares = new long[FEWEST];
  private int size;

  int size() {
    return size;
  }

  void add(long key, Weight weight) {
    add(key, weight.samples(), weight.amount(), weight.squares());
  }

  /** Adds all of another one. */
  void add(Sums other) {
    for (int i = 0; i < other.keys.length; i++) {
      add(other.keys[i], other.samples[i], other.amounts[i], other.squares[i]);
    }
  }

  /** Calls back for each key, in no particular order. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (samples[i] > 0) {
        visitor.visit(keys[i], new Weight(samples[i], amounts[i], squares[i]));
      }
    }
  }

  private void add(long key, long count, long amount, long square) {
    if (count == 0) {
      return;
    }
    int place = place(key);
    if (samples[place] == 0) {
      keys[place] = key;
      size++;
    }
    samples[place] = saturated(samples[place] + count);
    amounts[place] = saturated(amounts[place] + amount);
    squares[place] = saturated(squares[place] + square);
    if (size > keys.length / 2) {
      grow();
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9e3779b97f4a7c15L; // 2^64 / golden ratio: Knuth, TAOCP 3, section 6.4
    int place = (int) (mixed >>> 32) & mask;
    while (samples[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    Sums larger = new Sums();
    larger.keys = new long[2 * keys.length];
    larger.samples = new long[2 * keys.length];
    larger.amounts = new long[2 * keys.length];
    larger.squares = new long[2 * keys.length];
    larger.add(this);
    keys = larger.keys;
    samples = larger.samples;
    amounts = larger.amounts;
    squares = larger.squares;
  }

  private static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

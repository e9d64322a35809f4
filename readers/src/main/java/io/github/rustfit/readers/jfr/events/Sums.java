package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.profile.Weight;

/** Weights by a number: what a map from {@code Long} to {@link Weight} is, without the objects. */
public final class Sums {

  /** Takes one weight. */
  public interface Visitor {
    void visit(long key, Weight weight);
  }

  private static final int FEWEST = 64;

  /** Key, samples, amount and squares stand side by side: one look at the memory finds them all. */
  private static final int ROW = 4;

  private long[] rows = new long[ROW * FEWEST];
  private int size;

  /** Number of keys. */
  public int size() {
    return size;
  }

  /** Adds a weight to that of this key. */
  public void add(long key, Weight weight) {
    add(key, weight.samples(), weight.amount(), weight.squares());
  }

  /** Adds all of another one. */
  public void add(Sums other) {
    long[] from = other.rows;
    for (int at = 0; at < from.length; at += ROW) {
      add(from[at], from[at + 1], from[at + 2], from[at + 3]);
    }
  }

  /** Calls back for each key, in no particular order. */
  public void forEach(Visitor visitor) {
    for (int at = 0; at < rows.length; at += ROW) {
      if (rows[at + 1] > 0) {
        visitor.visit(rows[at], new Weight(rows[at + 1], rows[at + 2], rows[at + 3]));
      }
    }
  }

  /** A row without samples is free, so a weight without samples is never kept. */
  void add(long key, long samples, long amount, long squares) {
    if (samples == 0) {
      return;
    }
    long[] into = rows;
    int at = row(key);
    if (into[at + 1] == 0) {
      into[at] = key;
      size++;
    }
    into[at + 1] = saturated(into[at + 1] + samples);
    into[at + 2] = saturated(into[at + 2] + amount);
    into[at + 3] = saturated(into[at + 3] + squares);
    if (size > into.length / ROW / 2) {
      grow();
    }
  }

  private void grow() {
    Sums larger = new Sums();
    larger.rows = new long[2 * rows.length];
    larger.add(this);
    rows = larger.rows;
  }

  private int row(long key) {
    int mask = rows.length - 1;
    long mixed = key * 0x9e3779b97f4a7c15L; // 2^64 / golden ratio: Knuth, TAOCP 3, section 6.4
    int at = (int) (mixed >>> 32) * ROW & mask;
    while (rows[at + 1] != 0 && rows[at] != key) {
      at = at + ROW & mask;
    }
    return at;
  }

  private static long saturated(long sum) {
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

package io.github.rustfit.capture.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Captured calls of a method and class of sizes: those with the smallest keys. Keys are as good as
 * random, so each set of calls is as likely as any other, and stays so when fewer are kept.
 */
final class Stratum {

  /** The largest first. No lambda, as the first one in a JVM takes long. */
  private static final Comparator<CapturedCall> BY_KEY =
      new Comparator<>() {
        @Override
        public int compare(CapturedCall one, CapturedCall other) {
          return Long.compareUnsigned(other.key(), one.key());
        }
      };

  private final PriorityQueue<CapturedCall> calls = new PriorityQueue<>(BY_KEY);
  private int most;
  private long missed;

  Stratum(int most) {
    this.most = most;
  }

  void add(CapturedCall call) {
    calls.add(call);
  }

  boolean full() {
    return calls.size() > most;
  }

  int count() {
    return calls.size();
  }

  long bytes() {
    long sum = 0;
    for (CapturedCall call : calls) {
      sum += call.bytes();
    }
    return sum;
  }

  boolean has(CapturedCall call) {
    return calls.contains(call);
  }

  /** Takes out the call with the largest key, and never keeps more again. */
  CapturedCall shrink() {
    CapturedCall last = calls.remove();
    most = Math.min(most, Math.max(1, calls.size()));
    return last;
  }

  /** Calls with this key or a larger one need not be asked of; all ones for none. */
  long limit() {
    return calls.size() < most || calls.isEmpty() ? -1L : calls.element().key();
  }

  void miss() {
    missed++;
  }

  long missed() {
    return missed;
  }

  /** In the order of their keys, the largest first. */
  List<CapturedCall> calls() {
    List<CapturedCall> sorted = new ArrayList<>(calls);
    sorted.sort(BY_KEY);
    return sorted;
  }
}

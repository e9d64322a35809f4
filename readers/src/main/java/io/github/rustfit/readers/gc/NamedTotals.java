package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up durations by name. Names come from a bounded table. Not thread-safe. */
final class NamedTotals {

  private static final int COUNT = 0;
  private static final int TOTAL = 1;
  private static final int MAX = 2;

  private final Map<String, long[]> totals = new HashMap<>();

  /** Adds a duration in nanoseconds; a sum that no source can hold stops growing. */
  void add(String name, long nanos) {
    long[] total = totals.computeIfAbsent(name, key -> new long[3]);
    total[COUNT]++;
    total[TOTAL] = TallySum.plus(total[TOTAL], nanos);
    total[MAX] = Math.max(total[MAX], Math.min(GcRecorder.MOST, nanos));
  }

  /** All names together. */
  PauseTotal total() {
    return sorted().values().stream().reduce(PauseTotal.NONE, PauseTotal::merge);
  }

  TreeMap<String, PauseTotal> sorted() {
    TreeMap<String, PauseTotal> sorted = new TreeMap<>();
    totals.forEach(
        (name, total) -> sorted.put(name, new PauseTotal(total[COUNT], total[TOTAL], total[MAX])));
    return sorted;
  }
}

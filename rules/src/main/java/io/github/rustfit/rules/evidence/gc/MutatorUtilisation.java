package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How little of a window of time the program may get: for each length of window the most pause time
 * that falls into any window of that length, wherever it starts. The minimum mutator utilisation is
 * what is left, as P. Cheng and G. Blelloch define it ("A Parallel, Real-Time Garbage Collector",
 * PLDI 2001).
 *
 * <p>Worst windows of different runs merge by maximum, so the minimum is over all runs that tell
 * when their pauses were.
 *
 * @param worstNanos most pause time in a window, by the length of the window, in nanoseconds; a
 *     length that is absent is unknown: no run lasted as long or told when its pauses were
 */
public record MutatorUtilisation(SortedMap<Long, Long> worstNanos) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final MutatorUtilisation UNKNOWN =
      new MutatorUtilisation(Collections.emptySortedMap());

  /** The lengths of window that are looked at: 10 ms, 100 ms and 1 s, in nanoseconds. */
  public static final SortedSet<Long> WINDOWS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(List.of(10_000_000L, 100_000_000L, 1_000_000_000L)));

  public MutatorUtilisation {
    worstNanos = SortedUnion.copy(worstNanos);
    worstNanos.forEach(
        (window, worst) -> {
          if (worst < 0 || worst > window) {
            throw new IllegalArgumentException(worst + " ns of pauses in " + window + " ns");
          }
        });
  }

  /** Whether it is known for windows of this many nanoseconds. */
  public boolean known(long window) {
    return worstNanos.containsKey(window);
  }

  /** Least share of a window of this many nanoseconds that was not pause, 0..1; 1 when unknown. */
  public double minimum(long window) {
    Long worst = worstNanos.get(window);
    return worst == null ? 1 : 1 - (double) worst / window;
  }

  /** Both together. */
  public MutatorUtilisation merge(MutatorUtilisation other) {
    return new MutatorUtilisation(SortedUnion.union(worstNanos, other.worstNanos, Math::max));
  }

  /**
   * Slides the windows over the pauses of one run, in one pass. A window that ends outside of a
   * pause holds no less when it is moved back to the end of the last one, and a window that ends
   * amid a pause no less when it is moved on to its end: only those that end where a pause ends are
   * looked at. Memory is that of the pauses in the longest window; more than {@value #MOST} of
   * them, or a clock set back, leave the utilisation unknown. Not thread-safe.
   */
  public static final class Builder {
    private static final int MOST = 1 << 16;

    /** Rounding and threads that log out of order explain less, in nanoseconds. */
    private static final long BACKWARD = 1_000_000_000L;

    private final Window[] windows = WINDOWS.stream().map(Window::new).toArray(Window[]::new);
    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private long[] before = new long[64];
    private long first;
    private long next;
    private long total;
    private long latest;
    private boolean failed;

    /**
     * Adds a pause. Pauses never overlap; where their rounded time stamps say so, the later one is
     * moved behind the earlier.
     *
     * @param start in nanoseconds since any fixed moment
     * @param nanos its duration
     */
    public Builder add(long start, long nanos) {
      long from = next == 0 ? start : Math.max(start, latest);
      failed |= from - start > BACKWARD;
      if (nanos == 0 || failed) {
        return this;
      }
      forget();
      if (next - first == starts.length && !grow()) {
        failed = true;
        return this;
      }
      int slot = slot(next++);
      starts[slot] = from;
      ends[slot] = from + nanos;
      before[slot] = total;
      total += nanos;
      latest = ends[slot];
      for (Window window : windows) {
        window.endsAtLatest();
      }
      return this;
    }

    private int slot(long index) {
      return (int) (index & (starts.length - 1));
    }

    private void forget() {
      long needed = next;
      for (Window window : windows) {
        needed = Math.min(needed, window.ending);
      }
      first = needed;
    }

    private boolean grow() {
      int size = starts.length;
      if (size == MOST) {
        return false;
      }
      long[][] old = {starts, ends, before};
      starts = new long[2 * size];
      ends = new long[2 * size];
      before = new long[2 * size];
      for (long i = first; i < next; i++) {
        int from = (int) (i & (size - 1));
        starts[slot(i)] = old[0][from];
        ends[slot(i)] = old[1][from];
        before[slot(i)] = old[2][from];
      }
      return true;
    }

    /**
     * The utilisation over all pauses added.
     *
     * @param nanos how long the run lasted; longer windows remain unknown
     */
    public MutatorUtilisation build(long nanos) {
      SortedMap<Long, Long> worst = new TreeMap<>();
      for (Window window : windows) {
        if (!failed && window.length <= nanos) {
          worst.put(window.length, window.worst);
        }
      }
      return new MutatorUtilisation(worst);
    }

    /** One length of window. */
    private final class Window {
      final long length;

      /** The first pause that reaches into the window that ends with the latest. */
      long ending;

      long worst;

      Window(long length) {
        this.length = length;
      }

      void endsAtLatest() {
        long start = latest - length;
        while (ends[slot(ending)] <= start) {
          ending++;
        }
        long sum = total - before[slot(ending)];
        worst = Math.max(worst, sum - Math.max(0, start - starts[slot(ending)]));
      }
    }
  }
}

package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When compiling died down in each run. CPU time of the compiler's threads comes in sweeps, every
 * ten seconds by default ({@code jdk.ThreadCPULoad}); that of the process ({@code jdk.CPULoad}) is
 * summed up over the same stretches. Start-up ends where the first two busy stretches in a row
 * begin in each of which the compiler took less than {@link #DIED_DOWN} of the CPU.
 */
final class StartUpHistory {

  /**
   * The compiler's part of the CPU below which it has died down; a project assumption, the same as
   * of the engine's rule on short runs.
   */
  static final double DIED_DOWN = 0.1;

  /** Part of one processor from which on a process is busy. */
  private static final double BUSY = 0.05;

  /** A recording that begins so soon after its JVM holds the start. */
  private static final long SOON = 2_000_000_000L;

  private static final int IN_A_ROW = 2;

  private record Used(long nanos, long over) {}

  private final List<Long> ends = new ArrayList<>();
  private final SortedMap<Long, Long> compiler = new TreeMap<>();
  private final SortedMap<Long, Used> process = new TreeMap<>();
  private long jvmStart;
  private long runStart;
  private long lastLoad;
  private long firstSweep;
  private int cores;

  /**
   * Adds the next chunk, whose loads are in the order of their times.
   *
   * @param continues whether the same JVM goes on where the previous chunk ended
   * @param start of the chunk, in nanoseconds since 1970
   */
  void add(MachineEvents chunk, boolean continues, long start) {
    if (!continues || ends.isEmpty()) {
      end();
      runStart = start;
    }
    jvmStart = chunk.jvmStartNanos() > 0 ? chunk.jvmStartNanos() : jvmStart;
    cores = chunk.cores > 0 ? chunk.cores : cores;
    for (Load load : chunk.process) {
      long gap = MachineHistory.gap(lastLoad, load.time());
      if (gap > 0) {
        process.put(load.time(), new Used((long) (load.share() * cores * gap), gap));
      }
      lastLoad = load.time();
    }
    for (Load load : chunk.threads) {
      firstSweep = firstSweep == 0 ? load.time() : firstSweep;
      boolean compiles = MachineHistory.compiler(load.thread());
      long since = MachineHistory.gap(lastSweepBefore(load.time()), load.time());
      compiler.merge(load.time(), compiles ? (long) (load.share() * cores * since) : 0L, Long::sum);
    }
    if (ends.get(run()) == UNKNOWN) {
      ends.set(run(), found());
    }
  }

  /** A run is over, or the first one begins. */
  private void end() {
    ends.add(UNKNOWN);
    compiler.clear();
    process.clear();
    jvmStart = 0;
    lastLoad = 0;
    firstSweep = 0;
    cores = 0;
  }

  /** It is not known when, or it never did. */
  static final long UNKNOWN = -1;

  /** The number of the run that the latest chunk is of, from 0. */
  int run() {
    return ends.size() - 1;
  }

  /** When the JVM of the latest chunk started, or else the run; in nanoseconds since 1970. */
  long start() {
    return jvmStart > 0 ? jvmStart : runStart;
  }

  /**
   * How long after its start compiling had died down in a run, in nanoseconds; 0 when it had before
   * the recording began.
   */
  long after(int run) {
    return ends.get(run);
  }

  /** The longest of all runs; {@link #UNKNOWN} when it is not known of one. */
  long longest() {
    return ends.contains(UNKNOWN) || ends.isEmpty()
        ? UNKNOWN
        : ends.stream().mapToLong(Long::longValue).max().orElse(UNKNOWN);
  }

  private long lastSweepBefore(long time) {
    SortedMap<Long, Long> before = compiler.headMap(time);
    return before.isEmpty() ? firstSweep : before.lastKey();
  }

  private long found() {
    long begin = 0;
    int quiet = 0;
    long quietSince = 0;
    boolean compiled = false;
    for (SortedMap.Entry<Long, Long> sweep : compiler.entrySet()) {
      if (begin > 0) {
        Used used = used(begin, sweep.getKey());
        long over = sweep.getKey() - begin;
        if (used.over() * 2 > over && used.nanos() > BUSY * used.over()) {
          double share = sweep.getValue() / ((double) used.nanos() / used.over() * over);
          if (share >= DIED_DOWN) {
            quiet = 0;
            compiled = true;
          } else if (quiet++ == 0) {
            quietSince = begin;
          }
          if (quiet == IN_A_ROW) {
            return compiled || runStart - start() <= SOON ? Math.max(0, quietSince - start()) : 0;
          }
        }
      }
      begin = sweep.getKey();
    }
    return UNKNOWN;
  }

  private Used used(long from, long to) {
    long nanos = 0;
    long over = 0;
    for (Used used : process.subMap(from + 1, to + 1).values()) {
      nanos += used.nanos();
      over += used.over();
    }
    return new Used(nanos, over);
  }
}

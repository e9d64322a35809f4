package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents.Load;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * CPU time of the process and of its JIT compiler threads, summed up chunk by chunk. A load event
 * gives the mean since the previous one, so the first of a run only starts the clock.
 */
final class MachineHistory {

  /** Loads are recorded every second to every ten; a gap of an hour is a damaged time. */
  private static final long LONGEST_GAP = 3_600_000_000_000L;

  private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThread\\d*");

  private final SortedSet<Integer> cores = new TreeSet<>();
  private final Map<String, Long> lastOfThread = new HashMap<>();
  private final ThreadCpu threads = new ThreadCpu();
  private final LateCpu lateProcess = new LateCpu();
  private final LateCpu lateCompiler = new LateCpu();
  private Tally process = Tally.UNKNOWN;
  private long compilerNanos;
  private long compilerObserved;
  private int currentCores;
  private long lastLoad;
  private long firstSweep;
  private long lastSweep;

  /**
   * Adds the next chunk.
   *
   * @param continues whether the same JVM goes on where the previous chunk ended
   */
  void add(MachineEvents chunk, boolean continues) {
    if (!continues) {
      currentCores = 0;
      lastLoad = 0;
      firstSweep = 0;
      lastSweep = 0;
      lastOfThread.clear();
      threads.begin();
      lateProcess.end();
      lateCompiler.end();
    }
    if (chunk.cores > 0) {
      currentCores = chunk.cores;
      cores.add(currentCores);
    }
    if (currentCores == 0) {
      return;
    }
    chunk.process.sort(Comparator.comparingLong(Load::time));
    for (Load load : chunk.process) {
      long gap = gap(lastLoad, load.time());
      if (gap > 0) {
        process = process.merge(new Tally(cpuNanos(load, gap), gap));
        lateProcess.add(load.time(), gap, cpuNanos(load, gap));
      }
      lastLoad = load.time();
    }
    chunk.threads.sort(Comparator.comparingLong(Load::time));
    chunk.threads.forEach(this::addThread);
    threads.add(chunk, currentCores);
  }

  /** CPU time of the process. */
  Tally process() {
    return process;
  }

  /** CPU time of the JIT compiler threads; unknown when no thread loads were recorded. */
  Tally compiler() {
    return compilerObserved == 0 ? Tally.UNKNOWN : new Tally(compilerNanos, compilerObserved);
  }

  /** CPU time of the Java threads, the compiler's among them; unknown when not recorded. */
  Tally threads() {
    return threads.cpu();
  }

  /** CPU time of the process in the last quarter of each run. */
  Tally lateProcess() {
    return lateProcess.cpu();
  }

  /** CPU time of the JIT compiler threads in the last quarter of each run. */
  Tally lateCompiler() {
    return lateCompiler.cpu();
  }

  /** Hardware threads of the machines seen. */
  SortedSet<Integer> cores() {
    return cores;
  }

  /** Idle threads are not reported, so what was looked at is the time between any two reports. */
  private void addThread(Load load) {
    long looked = gap(lastSweep, load.time());
    long used = 0;
    compilerObserved += looked;
    if (compiler(load.thread())) {
      long since = lastOfThread.getOrDefault(load.thread(), firstSweep);
      used = cpuNanos(load, gap(since, load.time()));
      compilerNanos += used;
    }
    lateCompiler.add(load.time(), looked, used);
    firstSweep = firstSweep == 0 ? load.time() : firstSweep;
    lastOfThread.put(load.thread(), load.time());
    lastSweep = load.time();
  }

  private long cpuNanos(Load load, long gap) {
    return (long) (load.share() * currentCores * gap);
  }

  /** Whether a thread of this name compiles. */
  static boolean compiler(String thread) {
    return COMPILER.matcher(thread).matches();
  }

  static long gap(long from, long to) {
    long gap = from == 0 ? 0 : to - from;
    return gap > 0 && gap <= LONGEST_GAP ? gap : 0;
  }
}

package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents.Load;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CPU time of all Java threads together. The JDK goes through them every now and then, writes for
 * each that used a millisecond what it used since the time before, and again when a thread ends
 * (jfrThreadCPULoadEvent.cpp). What a thread used before the first time is not known, and does not
 * count.
 */
final class ThreadCpu {

  private final Map<Long, Long> started = new HashMap<>();
  private long lastSweep;
  private long nanos;
  private long observed;

  /** Another run begins. */
  void begin() {
    started.clear();
    lastSweep = 0;
  }

  /** Adds the loads of a chunk, in the order of their times. */
  void add(MachineEvents chunk, int cores) {
    started.putAll(chunk.started);
    List<Load> loads = chunk.threads;
    Set<Long> later = new HashSet<>();
    boolean[] goesOn = new boolean[loads.size()];
    for (int i = loads.size() - 1; i >= 0; i--) {
      goesOn[i] = !later.add(loads.get(i).id());
    }
    for (int i = 0; i < loads.size(); ) {
      int end = i + 1;
      while (end < loads.size() && loads.get(end).time() == loads.get(i).time()) {
        end++;
      }
      long time = loads.get(i).time();
      long gap = MachineHistory.gap(lastSweep, time);
      if (gap > 0) {
        for (Load load : loads.subList(i, end)) {
          long since = Math.max(lastSweep, started.getOrDefault(load.id(), 0L));
          nanos += (long) (load.share() * cores * MachineHistory.gap(since, time));
        }
      }
      // One thread alone may have ended, unless it is written of again.
      if (end - i > 1 || goesOn[i] || end == loads.size()) {
        observed += gap;
        lastSweep = time;
      }
      i = end;
    }
  }

  /** The sum so far; unknown when no thread loads were recorded. */
  Tally cpu() {
    return observed == 0 ? Tally.UNKNOWN : new Tally(nanos, observed);
  }
}

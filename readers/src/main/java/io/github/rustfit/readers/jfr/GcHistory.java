package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.gc.GcFacts;
import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gc.GcSource;
import io.github.rustfit.readers.gc.Observation;
import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.jfr.events.GcEvents;
import io.github.rustfit.readers.jfr.events.GcEvents.Collection;
import io.github.rustfit.readers.jfr.events.GcEvents.CpuTimes;
import io.github.rustfit.readers.jfr.events.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.events.GcEvents.Pause;
import io.github.rustfit.readers.jfr.events.GcEvents.Safepoint;
import io.github.rustfit.readers.jfr.events.GcNames;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collections of a recording, told to the recorder chunk by chunk. A pause and the collection
 * it belongs to may lie in neighbouring chunks, so what is open at the end of one is kept for the
 * next. Times are since the first event of a run, as recorded.
 */
final class GcHistory {

  /** Cause of a pause whose collection was not recorded. */
  private static final String UNKNOWN = "unknown";

  private static final long NOWHERE = PausePoint.UNKNOWN;

  private final GcRecorder recorder = new GcRecorder();
  private @Nullable RunRecorder run;
  private Map<Long, Collection> previous = Map.of();
  private List<Pause> open = List.of();

  /** Lengths of full pauses whose collection says why they were, by its number. */
  private final Map<Long, Long> unexplained = new TreeMap<>();

  private Set<Long> counted = new HashSet<>();
  private final Map<Long, Safepoint> entered = new HashMap<>();
  private long start = NOWHERE;

  /**
   * Adds the next chunk.
   *
   * @param continues whether the same JVM goes on where the previous chunk ended
   */
  void add(GcEvents chunk, long nanos, boolean continues) {
    if (!continues) {
      close();
    }
    if (!chunk.enabled() || nanos == 0) {
      return;
    }
    RunRecorder current = run == null ? recorder.begin() : run;
    run = current;
    begin(chunk, current);
    Map<Long, Collection> known = new HashMap<>(previous);
    Map<Long, Collection> own = new HashMap<>();
    chunk.collections.forEach(collection -> own.put(collection.gcId(), collection));
    known.putAll(own);
    addPauses(chunk, known, current);
    addCollections(chunk, current);
    explain(known, current);
    addHeap(chunk, known, current);
    addSafepoints(chunk, current);
    current.observed(
        new Observation(
            nanos,
            chunk.pausesEnabled || chunk.collectionsEnabled,
            chunk.cpuEnabled,
            chunk.safepointsEnabled,
            incidents(chunk)));
    previous = own;
  }

  /** Everything so far. */
  GcSummary summary(SortedSet<String> jvmVersions) {
    close();
    jvmVersions.forEach(recorder::version);
    return recorder.timed() ? recorder.summary() : GcSummary.EMPTY;
  }

  private void close() {
    if (run != null) {
      for (Pause pause : open) {
        count(UNKNOWN, pause.nanos(), run);
      }
      for (long nanos : unexplained.values()) {
        run.fullCause(UNKNOWN, nanos);
      }
      run.end();
    }
    run = null;
    open = List.of();
    unexplained.clear();
    previous = Map.of();
    counted = new HashSet<>();
    entered.clear();
    start = NOWHERE;
  }

  private void begin(GcEvents chunk, RunRecorder current) {
    if (start == NOWHERE) {
      long first = Long.MAX_VALUE;
      for (Pause pause : chunk.pauses) {
        first = Math.min(first, pause.start());
      }
      for (HeapUse use : chunk.heap) {
        first = Math.min(first, use.time());
      }
      start = first == Long.MAX_VALUE ? NOWHERE : first;
    }
    chunk.collectors.forEach(current::collector);
    current.limit(chunk.maxHeapBytes);
    for (CpuTimes times : chunk.cpuTimes) {
      current.cpu(times.user(), times.system());
      current.pauseTimes(times.user(), times.system(), times.real());
    }
    chunk.stalls.forEach(current::stall);
    chunk.lockerWaits.forEach(current::lockerWait);
  }

  private void addPauses(GcEvents chunk, Map<Long, Collection> known, RunRecorder current) {
    if (!chunk.pausesEnabled) {
      current.unplaced();
      // Only sum and maximum are known: the rest of the sum counts as one more pause.
      for (Collection collection : chunk.collections) {
        long rest = collection.sumOfPauses() - collection.longestPause();
        if (collection.longestPause() > 0) {
          count(collection.cause(), collection.longestPause(), current);
        }
        if (rest > 0) {
          count(collection.cause(), rest, current);
        }
      }
      return;
    }
    for (Pause pause : open) {
      Collection of = known.get(pause.gcId());
      count(of == null ? UNKNOWN : of.cause(), pause.nanos(), current);
    }
    open = new ArrayList<>();
    Set<Long> mixed = new HashSet<>(chunk.mixed);
    chunk.pauses.sort(Comparator.comparingLong(Pause::start));
    for (Pause pause : chunk.pauses) {
      Collection of = known.get(pause.gcId());
      current.place(
          offset(pause.start()),
          pause.nanos(),
          GcNames.pause(pause.name(), of, mixed.contains(pause.gcId())),
          of == null ? UNKNOWN : cause(of.cause()),
          PausePoint.UNKNOWN,
          PausePoint.UNKNOWN,
          PausePoint.UNKNOWN);
      if (of == null) {
        open.add(pause);
      } else {
        count(of.cause(), pause.nanos(), current);
      }
    }
  }

  private static void count(String cause, long nanos, RunRecorder current) {
    if (!current.paused(cause(cause), nanos)) {
      throw new ArithmeticException("more pause time than any JVM has");
    }
  }

  private static String cause(String recorded) {
    return recorded.isEmpty() ? UNKNOWN : recorded;
  }

  private void addCollections(GcEvents chunk, RunRecorder current) {
    Set<Long> full = new HashSet<>();
    for (Pause pause : chunk.pauses) {
      // Shenandoah names the phase, not the collection.
      if (pause.name().equals("Pause Full")) {
        full.add(pause.gcId());
        if (!counted.contains(pause.gcId())) {
          unexplained.put(pause.gcId(), pause.nanos());
        }
      }
    }
    Set<Long> ids = new HashSet<>();
    if (chunk.collectionsEnabled) {
      current.collections(chunk.collections.size());
      for (Collection collection : chunk.collections) {
        // The concurrent cycle of G1 has the cause of the young collection that starts it.
        if (!collection.name().equals("G1Old")) {
          current.cause(collection.cause());
        }
        if (GcNames.full(collection.name())) {
          current.fullCause(collection.cause(), collection.sumOfPauses());
          full.add(collection.gcId());
          unexplained.remove(collection.gcId());
        }
      }
    } else {
      chunk.pauses.forEach(pause -> ids.add(pause.gcId()));
      ids.removeAll(counted);
      current.collections(ids.size());
    }
    full.removeAll(counted);
    current.fullCollections(full.size());
    counted = full;
    counted.addAll(ids);
  }

  private void explain(Map<Long, Collection> known, RunRecorder current) {
    for (Long id : List.copyOf(unexplained.keySet())) {
      Collection of = known.get(id);
      if (of != null) {
        current.fullCause(cause(of.cause()), unexplained.remove(id));
      }
    }
  }

  private void addHeap(GcEvents chunk, Map<Long, Collection> known, RunRecorder current) {
    Set<Long> mixed = new HashSet<>(chunk.mixed);
    chunk.heap.sort(Comparator.comparingLong(HeapUse::time).thenComparing(HeapUse::after));
    for (HeapUse use : chunk.heap) {
      if (!use.after()) {
        current.heap().before(use.bytes(), use.time());
        continue;
      }
      current.heap().after(use.bytes(), use.time());
      Collection of = known.get(use.gcId());
      boolean old = of != null && GcNames.old(of.name());
      if (mixed.contains(use.gcId()) || old) {
        boolean whole = of != null && GcNames.full(of.name());
        LiveBasis basis = whole ? LiveBasis.FULL : LiveBasis.AT_MOST;
        current.now(offset(use.time()));
        current.heap().live(mixed.contains(use.gcId()) ? LiveBasis.MIXED : basis, use.bytes());
      }
    }
  }

  /** The end of a safepoint may lie in the chunk behind the one with its beginning. */
  private void addSafepoints(GcEvents chunk, RunRecorder current) {
    if (!chunk.safepointsEnabled) {
      return;
    }
    chunk.safepoints.forEach(safepoint -> entered.put(safepoint.id(), safepoint));
    chunk.safepointEnds.forEach(
        (id, end) -> {
          Safepoint safepoint = entered.remove(id);
          if (safepoint != null && end - safepoint.start() >= safepoint.reaching()) {
            current.safepoint(end - safepoint.start(), safepoint.reaching(), null);
          }
        });
  }

  /** The incidents that a chunk would tell of. */
  private static Set<GcIncident> incidents(GcEvents chunk) {
    Set<String> events = new HashSet<>();
    if (chunk.stallsEnabled) {
      events.add("jdk.ZAllocationStall");
    }
    if (chunk.collectionsEnabled) {
      events.add("jdk.GarbageCollection");
    }
    GcFacts facts = GcFacts.table();
    Set<GcIncident> told = facts.incidents(GcSource.RECORDING, null, chunk.jdk, events);
    for (String collector : chunk.collectors) {
      told.addAll(facts.incidents(GcSource.RECORDING, collector, chunk.jdk, events));
    }
    return told;
  }

  /** The time since the start of the run, if it can be. */
  private long offset(long time) {
    long at = start == NOWHERE ? NOWHERE : time - start;
    return at >= 0 && at <= RunRecorder.LONGEST ? at : NOWHERE;
  }
}

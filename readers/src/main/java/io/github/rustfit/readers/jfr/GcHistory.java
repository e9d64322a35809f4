package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.GcEvents.Collection;
import io.github.rustfit.readers.jfr.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.GcEvents.Pause;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The collections of a recording, summed up chunk by chunk. A pause and the collection it belongs
 * to may lie in neighbouring chunks, so what is open at the end of one is kept for the next.
 */
final class GcHistory {

  /** Cause of a pause whose collection was not recorded. */
  private static final String UNKNOWN = "unknown";

  private final SortedSet<String> collectors = new TreeSet<>();
  private final PauseHistogram.Builder pauses = new PauseHistogram.Builder();
  private final Map<String, PauseTotal> causes = new TreeMap<>();
  private final GcRunHistory runs = new GcRunHistory();
  private Map<Long, Collection> previous = Map.of();
  private List<Pause> open = List.of();
  private @Nullable HeapUse lastUse;
  private Set<Long> counted = new HashSet<>();
  private long wallNanos;
  private long pauseObservedNanos;
  private long collections;
  private long fullCollections;
  private Tally allocation = Tally.UNKNOWN;
  private Tally cpu = Tally.UNKNOWN;
  private long maxHeapBytes;
  private long largestLiveBytes;

  /**
   * Adds the next chunk.
   *
   * @param continues whether the same JVM goes on where the previous chunk ended
   */
  void add(GcEvents chunk, long nanos, boolean continues) {
    if (!continues) {
      close();
      runs.close();
    }
    if (!chunk.enabled() || nanos == 0) {
      return;
    }
    wallNanos += nanos;
    runs.begin(chunk, nanos);
    collectors.addAll(chunk.collectors);
    maxHeapBytes = Math.max(maxHeapBytes, chunk.maxHeapBytes);
    if (chunk.cpuEnabled) {
      cpu = cpu.merge(new Tally(chunk.cpuNanos, nanos));
    }
    Map<Long, Collection> known = new HashMap<>(previous);
    Map<Long, Collection> own = new HashMap<>();
    chunk.collections.forEach(collection -> own.put(collection.gcId(), collection));
    known.putAll(own);
    addPauses(chunk, known, nanos);
    addCollections(chunk);
    addHeap(chunk, known);
    previous = own;
  }

  /** Everything so far. */
  GcSummary summary(SortedSet<String> jvmVersions) {
    close();
    runs.close();
    if (wallNanos == 0) {
      return GcSummary.EMPTY;
    }
    return new GcSummary(
        collectors,
        jvmVersions,
        wallNanos,
        pauseObservedNanos,
        pauses.build(),
        new TreeMap<>(causes),
        collections,
        fullCollections,
        allocation,
        cpu,
        maxHeapBytes,
        largestLiveBytes,
        runs.details());
  }

  private void close() {
    open.forEach(pause -> add(UNKNOWN, pause.nanos()));
    open = List.of();
    previous = Map.of();
    counted = new HashSet<>();
    lastUse = null;
  }

  private void addPauses(GcEvents chunk, Map<Long, Collection> known, long nanos) {
    if (chunk.pausesEnabled) {
      List<Pause> waiting = new ArrayList<>();
      Set<Long> mixed = new HashSet<>(chunk.mixed);
      chunk.pauses.sort(Comparator.comparingLong(Pause::start));
      for (Pause pause : open) {
        Collection of = known.get(pause.gcId());
        add(of == null ? UNKNOWN : of.cause(), pause.nanos());
      }
      for (Pause pause : chunk.pauses) {
        Collection of = known.get(pause.gcId());
        String kind = GcNames.pause(pause.name(), of, mixed.contains(pause.gcId()));
        runs.pause(pause, kind, cause(of));
        if (of == null) {
          waiting.add(pause);
        } else {
          add(of.cause(), pause.nanos());
        }
      }
      open = waiting;
    } else {
      // Only sum and maximum are known: the rest of the sum counts as one more pause.
      for (Collection collection : chunk.collections) {
        long rest = collection.sumOfPauses() - collection.longestPause();
        if (collection.longestPause() > 0) {
          add(collection.cause(), collection.longestPause());
        }
        if (rest > 0) {
          add(collection.cause(), rest);
        }
      }
    }
    if (chunk.pausesEnabled || chunk.collectionsEnabled) {
      pauseObservedNanos += nanos;
    }
  }

  private static LiveBasis basis(boolean mixed, @Nullable Collection of) {
    if (mixed) {
      return LiveBasis.MIXED;
    }
    return of != null && GcNames.full(of.name()) ? LiveBasis.FULL : LiveBasis.AT_MOST;
  }

  private static String cause(@Nullable Collection of) {
    return of == null || of.cause().isEmpty() ? UNKNOWN : of.cause();
  }

  private void add(String cause, long nanos) {
    pauses.add(nanos);
    causes.merge(cause.isEmpty() ? UNKNOWN : cause, PauseTotal.of(nanos), PauseTotal::merge);
  }

  private void addCollections(GcEvents chunk) {
    Set<Long> full = new HashSet<>();
    for (Pause pause : chunk.pauses) {
      // Shenandoah names the phase, not the collection.
      if (pause.name().equals("Pause Full")) {
        full.add(pause.gcId());
      }
    }
    Set<Long> ids = new HashSet<>();
    if (chunk.collectionsEnabled) {
      for (Collection collection : chunk.collections) {
        collections++;
        if (GcNames.full(collection.name())) {
          runs.full(collection);
          full.add(collection.gcId());
        }
      }
    } else {
      chunk.pauses.forEach(pause -> ids.add(pause.gcId()));
      ids.removeAll(counted);
      collections += ids.size();
    }
    full.removeAll(counted);
    fullCollections += full.size();
    counted = full;
    counted.addAll(ids);
  }

  private void addHeap(GcEvents chunk, Map<Long, Collection> known) {
    Set<Long> mixed = new HashSet<>(chunk.mixed);
    chunk.heap.sort(Comparator.comparingLong(HeapUse::time).thenComparing(HeapUse::after));
    for (HeapUse use : chunk.heap) {
      HeapUse last = lastUse;
      if (last != null && last.after() && !use.after()) {
        long elapsed = use.time() - last.time();
        if (elapsed > 0 && elapsed <= ChunkHeader.LONGEST_NANOS) {
          long bytes = Math.max(0, use.bytes() - last.bytes());
          allocation = allocation.merge(new Tally(bytes, elapsed));
        }
      }
      lastUse = use;
      Collection of = known.get(use.gcId());
      if (use.after() && (mixed.contains(use.gcId()) || (of != null && GcNames.old(of.name())))) {
        largestLiveBytes = Math.max(largestLiveBytes, use.bytes());
        runs.live(basis(mixed.contains(use.gcId()), of), use);
      }
    }
  }
}

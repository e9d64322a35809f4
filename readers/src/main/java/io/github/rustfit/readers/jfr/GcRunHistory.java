package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.GcEvents.Collection;
import io.github.rustfit.readers.jfr.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.GcEvents.Pause;
import io.github.rustfit.readers.jfr.GcEvents.Safepoint;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The details of a recording's collections: pauses by kind and over time, live set, incidents.
 * Times are since the first event of a run, as recorded.
 */
final class GcRunHistory {

  private static final long NOWHERE = -1;

  private final SortedMap<String, PauseTotal> kinds = new TreeMap<>();
  private final SortedMap<String, PauseTotal> fullCauses = new TreeMap<>();
  private final SortedMap<GcIncident, Tally> incidents = new TreeMap<>();
  private final SortedSet<String> collectors = new TreeSet<>();
  private GcCpuTimes cpu = GcCpuTimes.UNKNOWN;
  private PauseTotal stalls = PauseTotal.NONE;
  private MutatorUtilisation utilisation = MutatorUtilisation.UNKNOWN;
  private GcRuns runs = GcRuns.NONE;
  private RunHistory.Builder history = new RunHistory.Builder();
  private MutatorUtilisation.Builder pauses = new MutatorUtilisation.Builder();
  private long start = NOWHERE;
  private long nanos;
  private long maxHeapBytes;
  private final Map<Long, Safepoint> entered = new HashMap<>();
  private final PauseHistogram.Builder stopped = new PauseHistogram.Builder();
  private final PauseHistogram.Builder reaching = new PauseHistogram.Builder();
  private long safepointNanos;
  private boolean placed = true;
  private int number;

  /** Says that a chunk of the current run is read. */
  void begin(GcEvents chunk, long chunkNanos) {
    nanos += chunkNanos;
    maxHeapBytes = Math.max(maxHeapBytes, chunk.maxHeapBytes);
    collectors.addAll(chunk.collectors);
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
    placed &= chunk.pausesEnabled;
    for (GcCpuTimes times : chunk.cpuTimes) {
      cpu = cpu.merge(times);
    }
    stalls(chunk, chunkNanos);
    safepoints(chunk, chunkNanos);
    causes(chunk, chunkNanos);
  }

  private void stalls(GcEvents chunk, long chunkNanos) {
    boolean z = chunk.collectors.stream().anyMatch(name -> name.endsWith("ZGC"));
    if (!chunk.stalls.isEmpty() || (chunk.stallsEnabled && z)) {
      count(GcIncident.ALLOCATION_STALL, chunk.stalls.size(), chunkNanos);
    }
    for (long stall : chunk.stalls) {
      stalls = stalls.merge(PauseTotal.of(stall));
    }
  }

  /** The end of a safepoint may lie in the chunk behind the one with its beginning. */
  private void safepoints(GcEvents chunk, long chunkNanos) {
    if (!chunk.safepointsEnabled) {
      return;
    }
    safepointNanos += chunkNanos;
    chunk.safepoints.forEach(safepoint -> entered.put(safepoint.id(), safepoint));
    chunk.safepointEnds.forEach(
        (id, end) -> {
          Safepoint safepoint = entered.remove(id);
          long total = safepoint == null ? NOWHERE : end - safepoint.start();
          if (safepoint != null && total >= safepoint.reaching()) {
            stopped.add(total);
            reaching.add(safepoint.reaching());
          }
        });
  }

  private void causes(GcEvents chunk, long chunkNanos) {
    if (!chunk.collectionsEnabled) {
      return;
    }
    count(GcIncident.METADATA_THRESHOLD, 0, chunkNanos);
    count(GcIncident.EXPLICIT_GC, 0, chunkNanos);
    if (chunk.collectors.contains("G1")) {
      count(GcIncident.HUMONGOUS_ALLOCATION, 0, chunkNanos);
      count(GcIncident.GC_LOCKER, 0, chunkNanos);
    }
    for (Collection collection : chunk.collections) {
      if (collection.name().equals("G1Old")) {
        continue; // the concurrent cycle that a young collection with the same cause starts
      }
      GcIncident.ofCause(collection.cause())
          .ifPresent(
              incident -> count(incident, 1, incidents.containsKey(incident) ? 0 : chunkNanos));
    }
  }

  private void count(GcIncident incident, long times, long over) {
    Tally before = incidents.getOrDefault(incident, Tally.UNKNOWN);
    incidents.put(incident, new Tally(before.amount() + times, before.overNanos() + over));
  }

  /** Adds a pause; pauses of a run come in the order of time. */
  void pause(Pause pause, String kind, String cause) {
    kinds.merge(kind, PauseTotal.of(pause.nanos()), PauseTotal::merge);
    long at = offset(pause.start());
    if (at == NOWHERE) {
      placed = false;
      return;
    }
    history.pause(
        at, pause.nanos(), kind, cause, PausePoint.UNKNOWN, PausePoint.UNKNOWN, PausePoint.UNKNOWN);
    pauses.add(at, pause.nanos());
  }

  /** Adds a stop-the-world collection of the whole heap. */
  void full(Collection collection) {
    fullCauses.merge(
        collection.cause(), PauseTotal.of(collection.sumOfPauses()), PauseTotal::merge);
  }

  /** Adds heap use after a collection of old objects. */
  void live(LiveBasis basis, HeapUse use) {
    long at = offset(use.time());
    if (at != NOWHERE) {
      history.live(basis, at, use.bytes());
    }
  }

  /** The time since the start of the run, if it can be. */
  private long offset(long time) {
    long at = start == NOWHERE ? NOWHERE : time - start;
    return at >= 0 && at <= ChunkHeader.LONGEST_NANOS ? at : NOWHERE;
  }

  /** Ends the current run, if there is any. */
  void close() {
    if (nanos > 0) {
      String collector = collectors.isEmpty() ? "" : collectors.first();
      runs = runs.merge(GcRuns.of(history.build(++number, collector, nanos, maxHeapBytes)));
      utilisation = utilisation.merge(placed ? pauses.build(nanos) : MutatorUtilisation.UNKNOWN);
    }
    history = new RunHistory.Builder();
    pauses = new MutatorUtilisation.Builder();
    collectors.clear();
    entered.clear();
    start = NOWHERE;
    nanos = 0;
    maxHeapBytes = 0;
    placed = true;
  }

  GcDetails details() {
    return GcDetails.builder()
        .kinds(kinds)
        .incidents(
            new GcIncidents(
                new TreeMap<>(Map.copyOf(incidents)), fullCauses, stalls, GcIncidents.NOT_PRINTED))
        .safepoints(
            safepointNanos == 0
                ? SafepointTotals.UNKNOWN
                : new SafepointTotals(
                    safepointNanos, stopped.build(), reaching.build(), new TreeMap<>()))
        .cpu(cpu)
        .utilisation(utilisation)
        .runs(runs)
        .build();
  }
}

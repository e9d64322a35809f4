package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.totals.GcRun;
import io.github.rustfit.readers.gclog.totals.HeapUse;
import io.github.rustfit.readers.gclog.totals.LoggedIncidents;
import io.github.rustfit.readers.gclog.totals.RunRecorder;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of one run of one JVM have said so far. Not thread-safe. */
final class LegacyRun implements GcRun {

  final LegacySpan span = new LegacySpan();
  private final RunRecorder recorder = new RunRecorder();
  private final HeapUse heap = new HeapUse(recorder);
  private @Nullable String declared;
  private @Nullable String inferred;
  private long latestStart = Cursor.NONE;
  private long collections;
  private long limit;
  private boolean cpuSeen;
  private boolean anything;
  private boolean secondOfCycle;
  private boolean causes;
  private boolean detailed;

  /** Says which collector the command line asks for. */
  void declare(String collector) {
    declared = collector;
  }

  /** Says which collector prints like this. */
  void infer(@Nullable String collector) {
    inferred = collector != null ? collector : inferred;
  }

  /** Says how large the heap may become, in bytes. */
  void limit(long bytes) {
    limit = Math.max(limit, bytes);
  }

  /** Says that the collector's CPU time was printed. */
  void cpuSeen() {
    cpuSeen = true;
  }

  /** Whether a collection with this time stamp belongs to a later run. */
  boolean precedes(Stamp stamp) {
    return span.stepsBack(stamp.uptime(), latestStart);
  }

  /** Sees the start of a collection. */
  void starts(Stamp stamp) {
    latestStart = Math.max(latestStart, stamp.uptime());
    span.see(stamp.uptime(), stamp.clock(), 0);
  }

  /** Sees a whole collection. */
  void add(LegacyCollection collection) {
    if (!anything && span.fromStart()) {
      heap.reachesBack();
    }
    anything = true;
    span.see(collection.uptime(), collection.clock(), collection.duration());
    infer(collection.collector());
    collections += collection.cycles();
    if (collection.eitherMark()) {
      collections += secondOfCycle ? 0 : 1;
      secondOfCycle = !secondOfCycle;
    }
    record(collection);
    if (collection.before() != Cursor.NONE) {
      heap.pause(collection.before(), collection.after());
      if (collection.full() || collection.mixed()) {
        heap.live(collection.full() ? LiveBasis.FULL : LiveBasis.MIXED, collection.after());
      }
    } else if (collection.occupancy() != Cursor.NONE && !collection.starting()) {
      heap.liveAtMost(collection.occupancy());
    }
  }

  private void record(LegacyCollection collection) {
    long begin = span.begin(collection.uptime(), collection.clock());
    recorder.now(begin == Cursor.NONE ? begin : begin + collection.duration());
    recorder.pause(
        begin,
        collection.duration(),
        collection.kind(),
        collection.cause(),
        collection.before(),
        collection.after(),
        collection.committed());
    detailed |= collection.detailed();
    if (collection.promoted() != Cursor.NONE) {
      recorder.promoted(collection.promoted());
    }
    String given = collection.given();
    if (given != null) {
      causes = true;
      recorder.cause(given);
    }
    count(collection.toSpaceExhausted(), GcIncident.EVACUATION_FAILURE);
    count(collection.promotionFailed(), GcIncident.PROMOTION_FAILURE);
    count(collection.modeFailed(), GcIncident.CONCURRENT_MODE_FAILURE);
  }

  private void count(boolean happened, GcIncident incident) {
    if (happened) {
      recorder.count(incident);
    }
  }

  @Override
  public RunRecorder recorder() {
    return recorder;
  }

  @Override
  public Set<GcIncident> tells() {
    Set<GcIncident> told = LoggedIncidents.by(collectorName(), anything, causes, detailed);
    if (detailed && LegacyCollection.CMS.equals(collectorName())) {
      told.add(GcIncident.CONCURRENT_MODE_FAILURE);
    }
    return told;
  }

  @Override
  public @Nullable String collectorName() {
    return declared != null ? declared : inferred;
  }

  @Override
  public long nanos() {
    return span.nanos();
  }

  @Override
  public boolean pausesKnown() {
    return anything;
  }

  @Override
  public long collections() {
    return collections;
  }

  @Override
  public boolean gcCpuSeen() {
    return cpuSeen;
  }

  @Override
  public HeapUse heap() {
    return heap;
  }

  @Override
  public long maxHeap() {
    return limit;
  }

  @Override
  public @Nullable GcRunPart part() {
    if (!span.known()) {
      return null;
    }
    return new GcRunPart(
        span.uptime(),
        span.started(),
        span.first(),
        span.last(),
        span.coveredFrom(),
        span.fromStart(),
        span.fromStart(),
        span.nanos(),
        GcRunPart.Ids.NOTHING,
        GcRunPart.Ids.NOTHING,
        heap.before(),
        heap.after(),
        heap.cycleBefore(),
        heap.cycleAfter(),
        pausesKnown(),
        heap.allocationKnown(),
        cpuSeen);
  }
}

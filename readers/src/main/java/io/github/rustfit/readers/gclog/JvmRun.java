package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.totals.GcRun;
import io.github.rustfit.readers.gclog.totals.HeapUse;
import io.github.rustfit.readers.gclog.totals.LoggedIncidents;
import io.github.rustfit.readers.gclog.totals.RunRecorder;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of one run of one JVM have said so far. Not thread-safe. */
final class JvmRun implements GcRun {

  final CollectorName collector = new CollectorName();
  final CollectionIds ids = new CollectionIds();
  final RunRecorder recorder = new RunRecorder();
  final HeapUse heap = new HeapUse(recorder);
  final Span span = new Span();
  boolean usingSeen;
  boolean pausesSeen;
  boolean gcCpuSeen;

  /** Whether there are lines that a plain log has not. */
  boolean detailed;

  /** Size of a region in bytes; {@link Cursor#NONE} when unknown. */
  long region = Cursor.NONE;

  long heapLimit;
  long heapReserved;

  /** Says that the log reaches back to the start of this JVM. */
  void reachesBack() {
    span.reachesBack();
    heap.reachesBack();
  }

  /**
   * Whether its pauses are in the log. Which tags tell of them differs (ZGC only under {@code
   * gc,phases}, all others under {@code gc}), so collections without any pause leave them unknown.
   */
  @Override
  public boolean pausesKnown() {
    return pausesSeen || (collector.declared() && ids.count() == 0);
  }

  @Override
  public @Nullable String collectorName() {
    return collector.name();
  }

  @Override
  public long nanos() {
    return span.nanos();
  }

  @Override
  public long collections() {
    return ids.count();
  }

  @Override
  public boolean gcCpuSeen() {
    return gcCpuSeen;
  }

  @Override
  public RunRecorder recorder() {
    return recorder;
  }

  @Override
  public Set<GcIncident> tells() {
    return LoggedIncidents.by(collector.name(), pausesKnown(), true, detailed);
  }

  @Override
  public HeapUse heap() {
    return heap;
  }

  @Override
  public long maxHeap() {
    return heapLimit > 0 ? heapLimit : heapReserved;
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
        span.startDeclared(),
        span.nanos(),
        ids.opening(),
        ids.closing(),
        heap.before(),
        heap.after(),
        heap.cycleBefore(),
        heap.cycleAfter(),
        pausesKnown(),
        heap.allocationKnown(),
        gcCpuSeen);
  }
}

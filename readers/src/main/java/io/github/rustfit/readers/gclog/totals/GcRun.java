package io.github.rustfit.readers.gclog.totals;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures that one run of one JVM leaves in its log. */
public interface GcRun {

  /** Name of the collector, or {@code null} when nothing told. */
  @Nullable String collectorName();

  /** Time covered, in nanoseconds. */
  long nanos();

  /** Whether its pauses are in the log. */
  boolean pausesKnown();

  /** Collections of any kind, concurrent cycles included. */
  long collections();

  /** Whether the log tells of the collector's CPU time. */
  boolean gcCpuSeen();

  /** What happened when. */
  RunRecorder recorder();

  /** The incidents that its log would tell of. */
  Set<GcIncident> tells();

  /** What its heap figures tell. */
  HeapUse heap();

  /** Heap limit in bytes; 0 when unknown. */
  long maxHeap();

  /** What joins it to its other parts; {@code null} when no line had a time. */
  @Nullable GcRunPart part();
}

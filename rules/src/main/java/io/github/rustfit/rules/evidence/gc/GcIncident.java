package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Optional;

/**
 * What a collector is counted for: each of these says that something about the heap, the collector
 * or the code does not fit. Whether a log can tell of one depends on its collector and its
 * verbosity, so the counts are {@link Tally tallies}: one that is absent is unknown, not zero.
 */
public enum GcIncident {
  /** G1 found no room to copy to: {@code To-space exhausted}, {@code Evacuation Failure}. */
  EVACUATION_FAILURE,
  /** Collection that G1 ran for want of room for an object of half a region or more. */
  HUMONGOUS_ALLOCATION,
  /** Serial, Parallel or CMS found no room in the old generation for what survived the young. */
  PROMOTION_FAILURE,
  /** The heap ran full before CMS was done: a collection that stops the world takes over. */
  CONCURRENT_MODE_FAILURE,
  /** Shenandoah finished a cycle in a pause, because allocation outran it. */
  DEGENERATED_CYCLE,
  /** A thread waited until ZGC had freed memory for it. */
  ALLOCATION_STALL,
  /** Shenandoah could not serve an allocation at once. */
  ALLOCATION_FAILURE,
  /** Collection that had been held up by threads in JNI critical regions. */
  GC_LOCKER,
  /** Collection because the metaspace (before JDK 8: the permanent generation) was to grow. */
  METADATA_THRESHOLD,
  /** Collection that the program asked for by {@code System.gc()}. */
  EXPLICIT_GC;

  /** The incident that a collection with this cause is, as the JVM prints it; empty for others. */
  public static Optional<GcIncident> ofCause(String cause) {
    return switch (cause) {
      case "G1 Humongous Allocation" -> Optional.of(HUMONGOUS_ALLOCATION);
      case "GCLocker Initiated GC" -> Optional.of(GC_LOCKER);
      case "Metadata GC Threshold", "Metadata GC Clear Soft References" ->
          Optional.of(METADATA_THRESHOLD);
      case "System.gc()" -> Optional.of(EXPLICIT_GC);
      default -> Optional.empty();
    };
  }
}

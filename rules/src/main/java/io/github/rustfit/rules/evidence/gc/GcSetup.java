package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.SortedSet;

/**
 * How the JVMs were set up and what machine they saw, as they say at their start. Each is a set,
 * since several logs may differ; an empty one is unknown.
 *
 * @param minHeapBytes smallest heap sizes allowed
 * @param initialHeapBytes heap sizes at the start
 * @param regionBytes sizes of heap regions (G1, Shenandoah)
 * @param cpus processors available to the JVM
 * @param memoryBytes memory of the machine or container
 * @param flags options of the JVM: those that start with {@code -X}, and no others, since others
 *     may hold secrets
 */
public record GcSetup(
    SortedSet<Long> minHeapBytes,
    SortedSet<Long> initialHeapBytes,
    SortedSet<Long> regionBytes,
    SortedSet<Integer> cpus,
    SortedSet<Long> memoryBytes,
    SortedSet<String> flags) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final GcSetup UNKNOWN =
      new GcSetup(
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet());

  public GcSetup {
    minHeapBytes = SortedUnion.copy(minHeapBytes);
    initialHeapBytes = SortedUnion.copy(initialHeapBytes);
    regionBytes = SortedUnion.copy(regionBytes);
    cpus = SortedUnion.copy(cpus);
    memoryBytes = SortedUnion.copy(memoryBytes);
    flags = SortedUnion.copy(flags);
  }

  /** Both together. */
  public GcSetup merge(GcSetup other) {
    return new GcSetup(
        SortedUnion.union(minHeapBytes, other.minHeapBytes),
        SortedUnion.union(initialHeapBytes, other.initialHeapBytes),
        SortedUnion.union(regionBytes, other.regionBytes),
        SortedUnion.union(cpus, other.cpus),
        SortedUnion.union(memoryBytes, other.memoryBytes),
        SortedUnion.union(flags, other.flags));
  }
}

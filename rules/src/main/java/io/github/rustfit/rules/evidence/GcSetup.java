package io.github.rustfit.rules.evidence;

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
    minHeapBytes = Maps.copy(minHeapBytes);
    initialHeapBytes = Maps.copy(initialHeapBytes);
    regionBytes = Maps.copy(regionBytes);
    cpus = Maps.copy(cpus);
    memoryBytes = Maps.copy(memoryBytes);
    flags = Maps.copy(flags);
  }

  /** Both together. */
  public GcSetup merge(GcSetup other) {
    return new GcSetup(
        Maps.union(minHeapBytes, other.minHeapBytes),
        Maps.union(initialHeapBytes, other.initialHeapBytes),
        Maps.union(regionBytes, other.regionBytes),
        Maps.union(cpus, other.cpus),
        Maps.union(memoryBytes, other.memoryBytes),
        Maps.union(flags, other.flags));
  }
}

package io.github.rustfit.engine.production;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.NativeFacts;
import io.github.rustfit.rules.evidence.profile.ProcessFacts;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Memory that the process held outside of the Java heap.
 *
 * <p>At least what was resident at the peak, less all that the heap had from the system by the
 * JVM's account, or without one, what it may have at most: of that, some may not have been touched.
 * At most all that was resident. Native libraries ask the system for memory by themselves, so the
 * JVM's own account does not hold theirs.
 *
 * @param residentBytes most physical memory of the process; 0 where it was not recorded
 * @param heapBytes the most that the heap can have had: what it had from the system, else its
 *     limit; 0 where neither is known
 * @param ofJvm the most that each part of the JVM had from the system, the heap left out; empty
 *     where it was not recorded
 */
public record ProcessMemory(long residentBytes, long heapBytes, SortedMap<String, Long> ofJvm) {

  public ProcessMemory {
    ofJvm = Collections.unmodifiableSortedMap(new TreeMap<>(ofJvm));
  }

  /** What recordings and logs say. */
  public static ProcessMemory of(ProcessFacts process, GcSummary gc) {
    NativeFacts facts = process.nativeCode();
    SortedMap<String, Long> parts = new TreeMap<>(facts.committedBytes());
    parts.remove(NativeFacts.HEAP);
    parts.values().removeIf(bytes -> bytes == 0);
    long heap = facts.heapBytes() > 0 ? facts.heapBytes() : Math.max(0, gc.maxHeapBytes());
    return new ProcessMemory(process.peakResidentBytes(), heap, parts);
  }

  /** Bytes outside of the heap at least; empty where that is not known. */
  public OptionalLong outsideAtLeast() {
    return residentBytes > 0 && heapBytes > 0
        ? OptionalLong.of(Math.max(0, residentBytes - heapBytes))
        : OptionalLong.empty();
  }

  /** Bytes outside of the heap at most; empty where that is not known. */
  public OptionalLong outsideAtMost() {
    return residentBytes > 0 ? OptionalLong.of(residentBytes) : OptionalLong.empty();
  }

  /** Bytes of the JVM's own parts outside of the heap; empty where they were not recorded. */
  public OptionalLong jvmBytes() {
    return ofJvm.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(ofJvm.values().stream().mapToLong(Long::longValue).sum());
  }
}

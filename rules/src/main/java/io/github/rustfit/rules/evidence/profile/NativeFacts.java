package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What recordings say of native code and of memory outside of the heap.
 *
 * @param cpuOfJavaOnly whether CPU samples were taken of threads in Java code only, as {@code
 *     jdk.ExecutionSample} is: what native code used is not among them
 * @param committedBytes the most memory that each part of the JVM had from the system, by the JVM's
 *     own names ({@code jdk.NativeMemoryUsage}, JDK 20 and newer, with {@code
 *     -XX:NativeMemoryTracking}), the heap among them as {@value #HEAP}; what native libraries
 *     allocate is in none of them
 */
public record NativeFacts(boolean cpuOfJavaOnly, SortedMap<String, Long> committedBytes) {

  /** The heap among the parts of the JVM. */
  public static final String HEAP = "Java Heap";

  /** Nothing known: the identity of {@link #merge}. */
  public static final NativeFacts UNKNOWN = new NativeFacts(false, Collections.emptySortedMap());

  public NativeFacts {
    committedBytes = SortedUnion.copy(committedBytes);
    if (committedBytes.values().stream().anyMatch(one -> one < 0)) {
      throw new IllegalArgumentException("negative memory: " + committedBytes);
    }
  }

  /** The most memory that the heap had from the system, in bytes; 0 when not recorded. */
  public long heapBytes() {
    return committedBytes.getOrDefault(HEAP, 0L);
  }

  /** Both together. */
  public NativeFacts merge(NativeFacts other) {
    return new NativeFacts(
        cpuOfJavaOnly || other.cpuOfJavaOnly,
        SortedUnion.union(committedBytes, other.committedBytes, Math::max));
  }
}

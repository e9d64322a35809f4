package io.github.rustfit.engine.compare;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one side was measured with.
 *
 * @param inputs how many recordings and logs
 * @param runs how many runs these are of: recordings, or logs without any
 * @param kinds kinds of the inputs
 * @param recordedNanos time that recordings cover, in nanoseconds; 0 when they do not tell
 * @param cpuSamples CPU samples
 * @param gcNanos time that the GC figures cover, in nanoseconds; 0 when unknown
 * @param jvmVersions versions of the JVMs
 * @param collectors names of the collectors
 * @param maxHeapBytes largest heap limit; 0 when unknown
 */
public record Setup(
    int inputs,
    int runs,
    SortedSet<String> kinds,
    long recordedNanos,
    long cpuSamples,
    long gcNanos,
    SortedSet<String> jvmVersions,
    SortedSet<String> collectors,
    long maxHeapBytes) {

  public Setup {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    jvmVersions = Collections.unmodifiableSortedSet(new TreeSet<>(jvmVersions));
    collectors = Collections.unmodifiableSortedSet(new TreeSet<>(collectors));
  }
}

package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The garbage collector's events of one chunk, as recorded. */
final class GcEvents {

  /** A stop-the-world pause, in nanoseconds; its start since 1970. */
  record Pause(long start, long gcId, String name, long nanos) {}

  /** A collection; pauses in nanoseconds. */
  record Collection(long gcId, String name, String cause, long sumOfPauses, long longestPause) {}

  /** Heap use in bytes at a time in nanoseconds since 1970. */
  record HeapUse(long time, long gcId, boolean after, long bytes) {}

  /** The beginning of a safepoint since 1970, and how long it took to reach it, in nanoseconds. */
  record Safepoint(long id, long start, long reaching) {}

  final List<Pause> pauses = new ArrayList<>();
  final List<Collection> collections = new ArrayList<>();
  final List<HeapUse> heap = new ArrayList<>();

  /** CPU time against elapsed time of each pause. */
  final List<GcCpuTimes> cpuTimes = new ArrayList<>();

  /** How long threads waited for memory of ZGC, in nanoseconds. */
  final List<Long> stalls = new ArrayList<>();

  final List<Safepoint> safepoints = new ArrayList<>();

  /** When safepoints ended, in nanoseconds since 1970, by their number. */
  final Map<Long, Long> safepointEnds = new HashMap<>();

  /** Numbers of young collections that also took old regions. */
  final List<Long> mixed = new ArrayList<>();

  final SortedSet<String> collectors = new TreeSet<>();
  boolean pausesEnabled;
  boolean collectionsEnabled;
  boolean heapEnabled;
  boolean cpuEnabled;
  boolean stallsEnabled;

  /** Whether beginning and end of every safepoint would have been recorded. */
  boolean safepointsEnabled;

  long cpuNanos;
  long maxHeapBytes;

  /** Whether any collection would have left a trace. */
  boolean enabled() {
    return pausesEnabled || collectionsEnabled || heapEnabled || cpuEnabled;
  }
}

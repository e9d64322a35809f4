package io.github.rustfit.readers.jfr.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The garbage collector's events of one chunk, as recorded. */
public final class GcEvents {

  /** A stop-the-world pause, in nanoseconds; its start since 1970. */
  public record Pause(long start, long gcId, String name, long nanos) {}

  /** A collection; pauses in nanoseconds. */
  public record Collection(
      long gcId, String name, String cause, long sumOfPauses, long longestPause) {}

  /** Heap use in bytes at a time in nanoseconds since 1970. */
  public record HeapUse(long time, long gcId, boolean after, long bytes) {}

  /** What a collection's threads computed, and how long it took, in nanoseconds. */
  public record CpuTimes(long user, long system, long real) {}

  /** The beginning of a safepoint since 1970, and how long it took to reach it, in nanoseconds. */
  public record Safepoint(long id, long start, long reaching) {}

  /** Pauses in the order of the chunk. */
  public final List<Pause> pauses = new ArrayList<>();

  /** Collections in the order of the chunk. */
  public final List<Collection> collections = new ArrayList<>();

  /** Heap use before and after collections. */
  public final List<HeapUse> heap = new ArrayList<>();

  /** CPU time against elapsed time of each pause. */
  public final List<CpuTimes> cpuTimes = new ArrayList<>();

  /** How long threads waited for memory of ZGC, in nanoseconds. */
  public final List<Long> stalls = new ArrayList<>();

  /** How long collections waited for critical regions of JNI, in nanoseconds. */
  public final List<Long> lockerWaits = new ArrayList<>();

  /** Safepoints that began. */
  public final List<Safepoint> safepoints = new ArrayList<>();

  /** When safepoints ended, in nanoseconds since 1970, by their number. */
  public final Map<Long, Long> safepointEnds = new HashMap<>();

  /** Numbers of young collections that also took old regions. */
  public final List<Long> mixed = new ArrayList<>();

  /** Names of collectors, as {@code GcSummary} has them. */
  public final SortedSet<String> collectors = new TreeSet<>();

  public boolean pausesEnabled;
  public boolean collectionsEnabled;
  boolean heapEnabled;
  public boolean cpuEnabled;
  public boolean stallsEnabled;

  /** Whether beginning and end of every safepoint would have been recorded. */
  public boolean safepointsEnabled;

  public long maxHeapBytes;

  /** Which JDK it is, 17; 0 when unknown. */
  public int jdk;

  /** Whether the JVM was told to collect nothing, which its configuration calls Serial. */
  boolean epsilon;

  /** Whether any collection would have left a trace. */
  public boolean enabled() {
    return pausesEnabled || collectionsEnabled || heapEnabled || cpuEnabled;
  }
}

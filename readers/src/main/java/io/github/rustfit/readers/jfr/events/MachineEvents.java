package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one chunk says about the process as a whole and the machine it ran on. */
public final class MachineEvents {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  /**
   * Use of the machine since the previous event of that process or thread.
   *
   * @param time nanoseconds since 1970
   * @param thread its name; empty for the whole process
   * @param id JFR's number of the thread; 0 for the whole process
   * @param share of all hardware threads, 0..1
   */
  public record Load(long time, String thread, long id, double share) {}

  /**
   * A counter that only grows, as it stood.
   *
   * @param time nanoseconds since 1970
   */
  public record Count(long time, long number) {}

  /** Exceptions and errors thrown since the JVM began to count. */
  public final List<Count> thrown = new ArrayList<>();

  /** Shortest recorded duration in nanoseconds, of kinds that have such a threshold. */
  public final Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);

  /** Whether losses of events would have been reported. */
  public boolean lossWatched;

  /** Whether losses of CPU samples would have been reported. */
  public boolean sampleLossWatched;

  public long lostBytes;
  public long lostCpuSamples;

  /** CPU quotas in thousandths of a CPU. */
  public final SortedSet<Long> cpuLimits = new TreeSet<>();

  /** In bytes. */
  public final SortedSet<Long> memoryLimits = new TreeSet<>();

  /** What started the program. */
  public final SortedSet<Launcher> launchers = new TreeSet<>();

  /** Loads of the whole process. */
  public final List<Load> process = new ArrayList<>();

  /** Loads of single threads. */
  public final List<Load> threads = new ArrayList<>();

  /** When threads started, in nanoseconds since 1970, by JFR's numbers. */
  public final Map<Long, Long> started = new HashMap<>();

  /** Calls by method as they stood when they were last counted; they only grow. */
  public final Map<String, MethodCalls> timed = new TreeMap<>();

  /** Calls by method, of those each of which is an event. */
  public final Map<String, MethodCalls> traced = new TreeMap<>();

  /** Kinds whose samples do not say what one of them stands for. */
  public final SortedSet<SampleKind> assumed = new TreeSet<>();

  /** Samples of other producers that are not understood, by name. */
  public final SortedMap<String, Long> unread = new TreeMap<>();

  /** Versions of the JVM. */
  public final SortedSet<String> jvmVersions = new TreeSet<>();

  /** Hardware threads; 0 when not recorded. */
  public int cores;

  /** Process id of the JVM; 0 when not recorded. */
  public long pid;

  /** When the JVM started, nanoseconds since 1970; 0 when not recorded. */
  long jvmStartNanos;

  /** When it ended by itself, nanoseconds since 1970; 0 when it did not, or was not recorded. */
  long endNanos;

  /** Most physical memory of the process; 0 when not recorded. */
  public long peakResidentBytes;

  /** Most memory that parts of the JVM had from the system, in bytes, by the JVM's names. */
  public final SortedMap<String, Long> committedBytes = new TreeMap<>();

  /** Whether the CPU samples that count were taken of threads in Java code only. */
  public boolean cpuOfJavaOnly;

  /** Whether the JVM's options were recorded. */
  public boolean optionsKnown;

  /** Options that decide about memory and start-up. */
  public final SortedSet<String> options = new TreeSet<>();

  /** Of which program it is, as far as its command line and its environment say. */
  public Labels labels = Labels.NONE;

  /** Says when the JVM started, in nanoseconds since 1970. */
  public void startedAt(long nanos) {
    jvmStartNanos = nanos;
  }

  /** When the JVM started, in nanoseconds since 1970; 0 when not recorded. */
  public long jvmStartNanos() {
    return jvmStartNanos;
  }

  /** From the start of the JVM to its regular end, in nanoseconds; 0 when that was not recorded. */
  public long runNanos() {
    return jvmStartNanos > 0 && endNanos > jvmStartNanos ? endNanos - jvmStartNanos : 0;
  }

  /** What tells the JVM from all others: when it started, and its process; empty when unknown. */
  public SortedSet<String> jvm() {
    SortedSet<String> jvm = new TreeSet<>();
    if (jvmStartNanos > 0 && pid > 0) {
      jvm.add(Long.toHexString(jvmStartNanos / NANOS_PER_MILLI) + "-" + Long.toHexString(pid));
    }
    return jvm;
  }
}

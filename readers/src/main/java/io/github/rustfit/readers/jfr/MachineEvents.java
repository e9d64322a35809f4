package io.github.rustfit.readers.jfr;

import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one chunk says about the process as a whole and the machine it ran on. */
final class MachineEvents {

  /**
   * Use of the machine since the previous event of that process or thread.
   *
   * @param time nanoseconds since 1970
   * @param thread its name; empty for the whole process
   * @param share of all hardware threads, 0..1
   */
  record Load(long time, String thread, double share) {}

  /**
   * A counter that only grows, as it stood.
   *
   * @param time nanoseconds since 1970
   */
  record Count(long time, long number) {}

  /** Exceptions and errors thrown since the JVM began to count. */
  final List<Count> thrown = new ArrayList<>();

  /** Shortest recorded duration in nanoseconds, of kinds that have such a threshold. */
  final Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);

  /** Whether losses of events would have been reported. */
  boolean lossWatched;

  /** Whether losses of CPU samples would have been reported. */
  boolean sampleLossWatched;

  long lostBytes;
  long lostCpuSamples;

  /** CPU quotas in thousandths of a CPU. */
  final SortedSet<Long> cpuLimits = new TreeSet<>();

  /** In bytes. */
  final SortedSet<Long> memoryLimits = new TreeSet<>();

  /** What started the program. */
  final SortedSet<Launcher> launchers = new TreeSet<>();

  final List<Load> process = new ArrayList<>();
  final List<Load> threads = new ArrayList<>();
  final SortedSet<String> jvmVersions = new TreeSet<>();

  /** Hardware threads; 0 when not recorded. */
  int cores;

  /** Process id of the JVM; 0 when not recorded. */
  long pid;

  /** When the JVM started, nanoseconds since 1970; 0 when not recorded. */
  long jvmStartNanos;
}

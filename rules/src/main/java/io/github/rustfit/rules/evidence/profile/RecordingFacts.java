package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What recordings say beside their samples: how much of what happened they hold, and the limits the
 * process ran under, and what started it.
 *
 * @param thrown exceptions and errors thrown in the process, over the time they were counted
 * @param lostBytes bytes of events that were lost ({@code jdk.DataLoss}), over the time losses were
 *     reported
 * @param lostCpuSamples CPU samples that were lost ({@code jdk.CPUTimeSamplesLost}), likewise
 * @param thresholds for kinds recorded from a duration on, the largest such threshold in
 *     nanoseconds; a kind that is absent has none that is known
 * @param cpuLimits CPU quotas of the containers in thousandths of a CPU; empty without a quota
 * @param memoryLimits memory limits of the containers in bytes; empty without a limit
 * @param launchers what started the recorded programs; empty when no recording tells
 * @param jvms what tells the recorded JVMs from all others; recordings that have one in common are
 *     of one run. Empty when no recording tells
 * @param sampling how it was sampled, and what that can tell
 * @param process what is known of the process as a whole
 * @param threads in which threads CPU samples were taken
 */
public record RecordingFacts(
    Tally thrown,
    Tally lostBytes,
    Tally lostCpuSamples,
    Map<SampleKind, Long> thresholds,
    SortedSet<Long> cpuLimits,
    SortedSet<Long> memoryLimits,
    SortedSet<Launcher> launchers,
    SortedSet<String> jvms,
    SamplingFacts sampling,
    ProcessFacts process,
    ThreadSamples threads) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final RecordingFacts EMPTY =
      new RecordingFacts(
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          Map.of(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          SamplingFacts.EMPTY,
          ProcessFacts.UNKNOWN,
          ThreadSamples.EMPTY);

  public RecordingFacts {
    SortedMap<SampleKind, Long> byKind = new TreeMap<>(thresholds);
    thresholds = byKind.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byKind));
    cpuLimits = Collections.unmodifiableSortedSet(new TreeSet<>(cpuLimits));
    memoryLimits = Collections.unmodifiableSortedSet(new TreeSet<>(memoryLimits));
    launchers = Collections.unmodifiableSortedSet(new TreeSet<>(launchers));
    jvms = Collections.unmodifiableSortedSet(new TreeSet<>(jvms));
    if (byKind.values().stream().anyMatch(nanos -> nanos < 0)) {
      throw new IllegalArgumentException("negative threshold: " + thresholds);
    }
  }

  /** The same with these facts of sampling instead of its own. */
  public RecordingFacts with(SamplingFacts others) {
    return new RecordingFacts(
        thrown,
        lostBytes,
        lostCpuSamples,
        thresholds,
        cpuLimits,
        memoryLimits,
        launchers,
        jvms,
        others,
        process,
        threads);
  }

  /** The same with these facts of the process instead of its own. */
  public RecordingFacts with(ProcessFacts others) {
    return new RecordingFacts(
        thrown,
        lostBytes,
        lostCpuSamples,
        thresholds,
        cpuLimits,
        memoryLimits,
        launchers,
        jvms,
        sampling,
        others,
        threads);
  }

  /** The same with these threads instead of its own. */
  public RecordingFacts with(ThreadSamples others) {
    return new RecordingFacts(
        thrown,
        lostBytes,
        lostCpuSamples,
        thresholds,
        cpuLimits,
        memoryLimits,
        launchers,
        jvms,
        sampling,
        process,
        others);
  }

  /** Both together. */
  public RecordingFacts merge(RecordingFacts other) {
    SortedMap<SampleKind, Long> largest = new TreeMap<>(thresholds);
    other.thresholds.forEach((kind, nanos) -> largest.merge(kind, nanos, Math::max));
    SortedSet<Long> cpus = new TreeSet<>(cpuLimits);
    cpus.addAll(other.cpuLimits);
    SortedSet<Long> memory = new TreeSet<>(memoryLimits);
    memory.addAll(other.memoryLimits);
    SortedSet<Launcher> started = new TreeSet<>(launchers);
    started.addAll(other.launchers);
    return new RecordingFacts(
        thrown.merge(other.thrown),
        lostBytes.merge(other.lostBytes),
        lostCpuSamples.merge(other.lostCpuSamples),
        largest,
        cpus,
        memory,
        started,
        SortedUnion.union(jvms, other.jvms),
        sampling.merge(other.sampling),
        process.merge(other.process),
        threads.merge(other.threads));
  }
}

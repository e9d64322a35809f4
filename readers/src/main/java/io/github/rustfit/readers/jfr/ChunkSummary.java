package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.events.AllocationRun;
import io.github.rustfit.readers.jfr.events.GcEvents;
import io.github.rustfit.readers.jfr.events.MachineEvents;
import io.github.rustfit.readers.jfr.events.Sums;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.stacks.Known;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;
import java.util.Set;

/**
 * What one chunk says.
 *
 * @param id tells the chunk from all others, see {@link ChunkHeader#id()}
 * @param startNanos begin, nanoseconds since 1970
 * @param nanos length in nanoseconds
 * @param asyncProfiler whether async-profiler wrote it, otherwise the JDK
 * @param observed kinds of samples that were enabled, but for those of {@code allocation}
 * @param samples weights by what {@link Known} numbers; equal keys may come more than once
 * @param threads CPU samples likewise, with their group of threads in the place of a type
 * @param allocation {@code jdk.ObjectAllocationSample} of the JDK; empty in async-profiler's chunks
 * @param gc the collector's events
 * @param machine events of the process and the machine
 * @param read how far it was read, and what was left out
 */
record ChunkSummary(
    String id,
    long startNanos,
    long nanos,
    boolean asyncProfiler,
    Set<SampleKind> observed,
    List<Sums> samples,
    Sums threads,
    AllocationRun allocation,
    GcEvents gc,
    MachineEvents machine,
    Extent read) {

  /**
   * How far a chunk was read.
   *
   * @param to offset in the chunk up to which it was read, in bytes
   * @param flaw what is wrong there; empty when the chunk was read to its end
   * @param odd events that make no sense and were left out
   */
  record Extent(int to, String flaw, OddEvents odd) {}

  /**
   * Events left out because they make no sense.
   *
   * @param count how many
   * @param firstAt offset of the first in the chunk, in bytes
   * @param firstWhy what is wrong with it; empty when there is none
   */
  record OddEvents(long count, int firstAt, String firstWhy) {}

  long endNanos() {
    return startNanos + nanos;
  }
}

package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.SortedSet;

/**
 * What recordings say of the process as a whole: its memory, how long it runs and what it does at
 * the end.
 *
 * @param peakResidentBytes most physical memory that the process held ({@code jdk.ResidentSetSize},
 *     JDK 21 and newer); 0 when not recorded
 * @param longestRunNanos the longest run that was recorded to its regular end, from the start of
 *     the JVM on; 0 when none was
 * @param startUpNanos how long after the start of its JVM compiling had died down, at most; 0 when
 *     that was not recorded
 * @param lateCpu CPU time of the process in nanoseconds, in the last quarter of what was recorded
 *     of each run
 * @param lateCompilerCpu the same of the JIT compiler threads
 * @param optionsKnown whether the JVM's options were recorded, so that one that is not among them
 *     was not given on the command line
 * @param options those options that decide about memory and start-up, without paths
 * @param nativeCode what is known of native code and of memory outside of the heap
 */
public record ProcessFacts(
    long peakResidentBytes,
    long longestRunNanos,
    long startUpNanos,
    Tally lateCpu,
    Tally lateCompilerCpu,
    boolean optionsKnown,
    SortedSet<String> options,
    NativeFacts nativeCode) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final ProcessFacts UNKNOWN =
      new ProcessFacts(
          0,
          0,
          0,
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          false,
          Collections.emptySortedSet(),
          NativeFacts.UNKNOWN);

  public ProcessFacts {
    if (peakResidentBytes < 0 || longestRunNanos < 0 || startUpNanos < 0) {
      throw new IllegalArgumentException(
          peakResidentBytes + " bytes, " + longestRunNanos + " ns, " + startUpNanos + " ns");
    }
    options = SortedUnion.copy(options);
  }

  /** The same with compiling died down so long after the start of its JVM. */
  public ProcessFacts startUp(long nanos) {
    return new ProcessFacts(
        peakResidentBytes,
        longestRunNanos,
        nanos,
        lateCpu,
        lateCompilerCpu,
        optionsKnown,
        options,
        nativeCode);
  }

  /** The same with these facts of native code instead of its own. */
  public ProcessFacts with(NativeFacts others) {
    return new ProcessFacts(
        peakResidentBytes,
        longestRunNanos,
        startUpNanos,
        lateCpu,
        lateCompilerCpu,
        optionsKnown,
        options,
        others);
  }

  /** Both together. */
  public ProcessFacts merge(ProcessFacts other) {
    return new ProcessFacts(
        Math.max(peakResidentBytes, other.peakResidentBytes),
        Math.max(longestRunNanos, other.longestRunNanos),
        Math.max(startUpNanos, other.startUpNanos),
        lateCpu.merge(other.lateCpu),
        lateCompilerCpu.merge(other.lateCompilerCpu),
        optionsKnown || other.optionsKnown,
        SortedUnion.union(options, other.options),
        nativeCode.merge(other.nativeCode));
  }
}

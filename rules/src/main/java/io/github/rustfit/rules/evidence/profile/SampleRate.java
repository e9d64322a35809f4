package io.github.rustfit.rules.evidence.profile;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Optional;

/**
 * How many CPU samples one recording has, and how many the CPU time of the application's threads
 * called for. Samples of code in which the profiler cannot walk stacks are lost: on JDK 17 those in
 * stubs of intrinsics.
 *
 * @param samples CPU samples of the application's threads
 * @param due as many as CPU time over the period of a sample
 * @param cpuNanos CPU time of the application's threads in nanoseconds, by the system
 */
public record SampleRate(long samples, long due, long cpuNanos) {

  /** Least part of the samples that are due from which a recording is believed. */
  public static final double LEAST_BELIEVED = 0.5;

  /** Below that many samples due, chance and the first seconds decide. */
  private static final long FEWEST_DUE = 200;

  public SampleRate {
    if (samples < 0 || due <= 0 || cpuNanos <= 0) {
      throw new IllegalArgumentException(samples + " of " + due + " in " + cpuNanos + " ns");
    }
  }

  /**
   * That of one recording; empty when the CPU time of its threads was not recorded, when it does
   * not say what a sample stands for, or is too short to tell.
   */
  public static Optional<SampleRate> of(ProfileSummary recording) {
    Tally threads = recording.facts().sampling().threadCpu();
    Tally compiler = recording.compilerCpu();
    Weight cpu = recording.total(SampleKind.CPU);
    long observed = recording.observed().getOrDefault(SampleKind.CPU, 0L);
    if (!threads.known()
        || cpu.samples() == 0
        || cpu.amount() == 0
        || observed == 0
        || recording.facts().sampling().assumed().contains(SampleKind.CPU)) {
      return Optional.empty();
    }
    double busy = Math.max(0, threads.perNano() - compiler.perNano());
    long nanos = (long) (busy * observed);
    long due = (long) (nanos / ((double) cpu.amount() / cpu.samples()));
    return due < FEWEST_DUE
        ? Optional.empty()
        : Optional.of(new SampleRate(cpu.samples(), due, nanos));
  }

  /** Whether enough of them are there that shares are as they would be with all. */
  public boolean believed() {
    return ratio() >= LEAST_BELIEVED;
  }

  /** The part of the due samples that the recording has; above 1 where it has more. */
  public double ratio() {
    return (double) samples / due;
  }

  /** Samples for a second of CPU time. */
  public double perCpuSecond() {
    return samples * 1e9 / cpuNanos;
  }

  /** How many there ought to be. */
  public double duePerCpuSecond() {
    return due * 1e9 / cpuNanos;
  }
}

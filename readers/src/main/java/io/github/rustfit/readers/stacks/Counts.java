package io.github.rustfit.readers.stacks;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.Collections;
import java.util.SortedSet;

/**
 * What the numbers behind stacks stand for when the format does not say. Not thread-safe.
 *
 * <p>Usually they are samples. How much one of them stands for is then <em>assumed</em> to be
 * async-profiler's default (arguments.h and wallClock.cpp of 4.5): {@value #CPU_PERIOD} ns of CPU
 * time, {@value #WALL_PERIOD} ns by the wall clock, {@value #ALLOCATION_PERIOD} allocated bytes.
 * Shares within the profile do not depend on it; sums do, and so does the weight of the profile
 * beside other recordings.
 *
 * <p>With {@code --total} they are nanoseconds or bytes. Taking those for samples would make the
 * profile look a million times more certain than it is. Sample counts have a long tail of ones; so
 * numbers none of which is as small as a sample count are totals. Where every total is a multiple
 * of one period, that tells the samples; otherwise each number is one sample, which understates how
 * certain the shares are.
 */
public final class Counts {

  private static final long CPU_PERIOD = 10_000_000;
  private static final long WALL_PERIOD = 50_000_000;
  private static final long ALLOCATION_PERIOD = 524_287;

  /** Fewer numbers may all be large by chance. */
  private static final int ENOUGH = 10;

  /** No object is smaller, in bytes. */
  private static final long SMALLEST_OBJECT = 16;

  /** Profilers do not sample more often, in nanoseconds. */
  private static final long SHORTEST_PERIOD = 100_000;

  /** More samples than any recording holds: three years of CPU time. */
  private static final double MOST_SAMPLES = 1e10;

  private long divisor;
  private long smallest = Long.MAX_VALUE;
  private double sum;
  private long numbers;

  /** Adds one number; those that are not positive count for nothing. */
  public void add(long number) {
    if (number > 0) {
      divisor = divisor(divisor, number);
      smallest = Math.min(smallest, number);
      sum += number;
      numbers++;
    }
  }

  /** Whether what a sample of this kind stands for is assumed. */
  public boolean assumed(SampleKind kind) {
    return numbers > 0 && !totals(kind);
  }

  /** What is known of a recording in which it is assumed what samples of these kinds stand for. */
  public static RecordingFacts assuming(SortedSet<SampleKind> kinds) {
    return RecordingFacts.EMPTY.with(
        new SamplingFacts(
            Tally.UNKNOWN,
            kinds,
            Collections.emptySortedMap(),
            Collections.emptySortedSet(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap()));
  }

  /** The smallest number above 0; {@link Long#MAX_VALUE} when there is none. */
  public long smallest() {
    return smallest;
  }

  /** The weight of a number, once all have been added. */
  public Weight weight(SampleKind kind, long number) {
    if (number <= 0) {
      return Weight.ZERO;
    }
    if (!totals(kind)) {
      return Weight.of(number, period(kind));
    }
    return kind != SampleKind.ALLOCATION && divisor >= SHORTEST_PERIOD
        ? Weight.of(number / divisor, divisor)
        : Weight.of(number);
  }

  private boolean totals(SampleKind kind) {
    long least = kind == SampleKind.ALLOCATION ? SMALLEST_OBJECT : SHORTEST_PERIOD;
    return (numbers >= ENOUGH && smallest >= least) || sum > MOST_SAMPLES;
  }

  /** What one sample of a kind is assumed to stand for, in the kind's unit. */
  static long period(SampleKind kind) {
    return switch (kind) {
      case CPU, NATIVE -> CPU_PERIOD;
      case WALL -> WALL_PERIOD;
      case ALLOCATION -> ALLOCATION_PERIOD;
      default -> throw new IllegalArgumentException(kind + " is recorded event by event");
    };
  }

  private static long divisor(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}

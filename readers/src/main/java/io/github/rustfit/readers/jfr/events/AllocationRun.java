package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.events.EarlySamples.Sample;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code jdk.ObjectAllocationSample} of one JVM over a stretch of time without a gap: a chunk,
 * or chunks that follow each other. Merging is exact whatever the order.
 *
 * <p>The weight of such a sample is what its thread allocated since its previous one, or since the
 * thread began. The first sample in a run thus counts bytes from before, unless the thread began in
 * the run, or the JVM did (docs/decisions/0006-first-allocation-sample.md).
 */
public final class AllocationRun {

  /** The JDK begins a chunk where the one before ends, to the nanosecond; all last longer. */
  private static final long CLOSE_NANOS = 1_000_000;

  /** A recording that begins so soon after its JVM misses next to nothing. */
  private static final long STARTUP_NANOS = 2_000_000_000;

  private final long pid;
  private final long jvmStartNanos;
  private long startNanos;
  private long endNanos;
  private boolean observed;
  private long observedNanos;
  private long count;
  private int cores;
  private final Sums samples = new Sums();
  private final EarlySamples early =
      new EarlySamples(sample -> samples.add(sample.key(), sample.weight()));
  private final List<long[]> started = new ArrayList<>();

  /**
   * An empty run of the length of one chunk.
   *
   * @param machine says which JVM it is
   * @param counted whether these samples are the ones to believe in this chunk
   * @param started numbers of the threads that started in this chunk
   */
  public AllocationRun(
      long startNanos, long nanos, MachineEvents machine, boolean counted, long[] started) {
    this.pid = machine.pid;
    this.jvmStartNanos = machine.jvmStartNanos;
    this.cores = machine.cores;
    this.startNanos = startNanos;
    this.endNanos = startNanos + nanos;
    this.observed = counted;
    this.observedNanos = counted ? nanos : 0;
    long[] sorted = started.clone();
    Arrays.sort(sorted);
    this.started.add(sorted);
  }

  /** Adds samples that are no thread's first. */
  public void add(long key, Weight weight) {
    count += weight.samples();
    samples.add(key, weight);
  }

  /** Adds a sample that may be a thread's first. */
  void add(Sample sample) {
    count += sample.weight().samples();
    early.add(sample);
  }

  /** Whether the other run goes on where this one ends. */
  boolean continuedBy(AllocationRun next) {
    long gap = next.startNanos - endNanos;
    return pid == next.pid && jvmStartNanos == next.jvmStartNanos && Math.abs(gap) <= CLOSE_NANOS;
  }

  /** Adds a run that continues this one or that this one continues. */
  void merge(AllocationRun other) {
    startNanos = Math.min(startNanos, other.startNanos);
    endNanos = Math.max(endNanos, other.endNanos);
    observed |= other.observed;
    observedNanos += other.observedNanos;
    count += other.count;
    cores = Math.max(cores, other.cores);
    samples.add(other.samples);
    other.early.forEach(early::add);
    started.addAll(other.started);
  }

  /** Whether the samples were enabled and believed anywhere. */
  boolean observed() {
    return observed;
  }

  /** For how long they were, in nanoseconds. */
  long observedNanos() {
    return observedNanos;
  }

  /** Number of samples, with those that may count bytes from before. */
  long count() {
    return count;
  }

  /** Bytes that all samples stand for, with those that may count bytes from before. */
  long bytes() {
    long[] sum = new long[1];
    samples.forEach((key, weight) -> sum[0] += weight.amount());
    early.forEach(sample -> sum[0] += sample.weight().amount());
    return sum[0];
  }

  /**
   * The samples that certainly count bytes of the run only.
   *
   * @return null when less than half of all samples would be left, which do not stand for the rest
   */
  @Nullable Sums certain() {
    Sums certain = new Sums();
    certain.add(samples);
    long left = count;
    for (Sample first : early.firsts()) {
      if (wholeJvm() || startedHere(first.thread())) {
        certain.add(first.key(), first.weight());
      } else {
        left -= first.weight().samples();
      }
    }
    List<Sample> virtual = new ArrayList<>(early.heaviest());
    virtual.sort(EarlySamples.BY_WEIGHT.reversed());
    int old = wholeJvm() ? 0 : Math.min(carriers(), virtual.size());
    for (Sample one : virtual.subList(0, old)) {
      left -= one.weight().samples();
    }
    for (Sample one : virtual.subList(old, virtual.size())) {
      certain.add(one.key(), one.weight());
    }
    return left < count - left ? null : certain;
  }

  private boolean wholeJvm() {
    return jvmStartNanos > 0 && Math.abs(startNanos - jvmStartNanos) <= STARTUP_NANOS;
  }

  private boolean startedHere(long thread) {
    return started.stream().anyMatch(threads -> Arrays.binarySearch(threads, thread) >= 0);
  }

  /**
   * How many carriers may be older than the run: by default the scheduler has one for each
   * available processor. Where that is unknown, as many as can be told.
   */
  private int carriers() {
    return cores > 0 ? cores : EarlySamples.MOST_CARRIERS;
  }
}

package io.github.rustfit.engine.promise;

import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.Optional;

/**
 * What a process holds in memory, with a component in view. The component's part of the allocated
 * bytes stands in for its part of the heap, which nobody measured.
 *
 * @param residentMiB physical memory of the process
 * @param heapLeastMiB what of it is the heap's for certain: what was in use at a collection
 * @param heapMostMiB what of it may be the heap's: up to its limit, without the metadata of classes
 * @param liveMiB largest live set; 0 when none was seen
 * @param part the component's part of the heap
 * @param whole whether the component is all but the whole program, so that the JVM goes with it
 */
public record Footprint(
    double residentMiB,
    double heapLeastMiB,
    double heapMostMiB,
    double liveMiB,
    Share part,
    boolean whole) {

  /** A JVM that does nothing. */
  public static final Threshold BARE_JVM =
      new Threshold(
          "a JVM without a program",
          30,
          "MiB",
          "project measurement: 39 MiB with JDK 25, -Xmx8m, the serial collector and C1 alone");

  /** A native process beside its data. */
  public static final Threshold NATIVE_LOW =
      new Threshold(
          "a native process beside its data, at best",
          5,
          "MiB",
          "AWS IoT Greengrass nucleus lite, written in C, was documented as under 5 MB");

  /** The same at worst. */
  public static final Threshold NATIVE_HIGH =
      new Threshold(
          "a native process beside its data, at worst",
          15,
          "MiB",
          "the same in later revisions: under 15 MB, where Java is advised from 128 MB on");

  /** Share of CPU and of allocation from which a component is the program. */
  public static final Threshold WHOLE =
      new Threshold("share of the whole program", 0.9, "share", "project assumption");

  private static final double MIB = 1 << 20;

  /** Of the context's component; empty while the memory of the process is not known. */
  public static Optional<Footprint> of(RuleContext context) {
    return Promises.of(context)
        .on(Promise.MEMORY)
        .flatMap(Kept::observed)
        .map(observed -> of(context, observed));
  }

  /** Of a process of which only a lower bound is known, the heap may be any part. */
  private static Footprint of(RuleContext context, Kept.Observed observed) {
    GcSummary gc = context.gc();
    double resident = observed.value();
    if (observed.bound() != Kept.Bound.EXACTLY) {
      return new Footprint(
          resident,
          0,
          resident,
          gc.largestLiveBytes() / MIB,
          context.allocationShare(),
          whole(context));
    }
    double metadata = gc.details().metaspace().usedBytes() / MIB;
    double limit = gc.maxHeapBytes() > 0 ? gc.maxHeapBytes() / MIB : resident;
    double most = Math.max(0, Math.min(limit, resident - metadata));
    double least = Math.max(0, Kept.inUse(gc) / MIB - metadata);
    return new Footprint(
        resident,
        Math.min(least, most),
        most,
        gc.largestLiveBytes() / MIB,
        context.allocationShare(),
        whole(context));
  }

  /** Whether the context's component is all but the whole program. */
  public static boolean whole(RuleContext context) {
    return context.cpuShare().certainlyAtLeast(WHOLE.value())
        && context.allocationShare().certainlyAtLeast(WHOLE.value());
  }

  /** The least share of the memory that could be the component's, 0..1. */
  public double shareAtLeast() {
    return whole ? 1 : part.low() * heapLeastMiB / residentMiB;
  }

  /** The largest share of the memory that could be the component's, 0..1. */
  public double shareAtMost() {
    return whole ? 1 : part.high() * heapMostMiB / residentMiB;
  }

  /**
   * The least that the process could hold with the component replaced, in MiB: its data shrink as
   * much as is assumed at best, and the JVM, where it stays, holds nothing but what is live.
   */
  public double bestMiB(RuleContext context) {
    double goes = reduction(context).in(Scenario.OPTIMISTIC);
    return whole
        ? NATIVE_LOW.value() + liveMiB * (1 - goes)
        : BARE_JVM.value() + liveMiB * (1 - part.high() * goes);
  }

  /** The same with what is assumed at worst, and the heap sized to what is live. */
  public double worstMiB(RuleContext context) {
    double goes = reduction(context).in(Scenario.PESSIMISTIC);
    double worst =
        whole
            ? NATIVE_HIGH.value() + heapLeastMiB * (1 - goes)
            : residentMiB - part.low() * liveMiB * goes;
    return Math.max(bestMiB(context), Math.min(worst, residentMiB));
  }

  /** What a JVM with a heap sized to what is live would hold, in MiB; 0 when nothing was live. */
  public double sizedMiB() {
    return liveMiB == 0
        ? 0
        : EconomicsBasis.SIZED.value() * liveMiB + EconomicsBasis.BESIDE_HEAP.value() * 1024;
  }

  private static ThreePoint reduction(RuleContext context) {
    return context.policy().facts().assumptions().get(Assumption.MEMORY_REDUCTION);
  }
}

package io.github.rustfit.engine.economics;

import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@link Economics} take from recordings and source, whatever is declared of fleet, team,
 * money and plans. The assumptions of the speed-up are in it.
 *
 * @param linesOfCode lines to replace
 * @param cpu share of the CPU that goes in each scenario at the measured shares, at most 1; below 0
 *     for a slow-down, 0 where it is unknown
 * @param cpuAtLeast the same with the gain at its near end, at the end of the confidence intervals
 *     that speaks least for a migration
 * @param cpuAtMost the same with optimistic assumptions at the end that speaks most for it
 * @param memory the component's part of the memory; its part of the allocated bytes stands in for
 *     it
 * @param sizedGiB what a JVM with a heap of {@link #SIZED} times the live set would take, GiB; 0
 *     where no live set was seen
 * @param cpuMissing what to record before the CPU that goes is known; empty when it is
 * @param memoryMissing what to record before the part of the memory is known; empty when it is
 */
public record EconomicsBasis(
    int linesOfCode,
    ThreePoint cpu,
    double cpuAtLeast,
    double cpuAtMost,
    Share memory,
    double sizedGiB,
    String cpuMissing,
    String memoryMissing) {

  /** A heap that costs the collector little, as a multiple of what is live in it. */
  public static final Threshold SIZED =
      new Threshold(
          "sized heap",
          3,
          "× live set",
          "Hertz and Berger (OOPSLA 2005): at 3 times the live set a generational collector costs"
              + " some 17 % over explicit management");

  /**
   * What a small JVM takes beside its heap: classes, compiled code, stacks, the collector's own.
   */
  public static final Threshold BESIDE_HEAP =
      new Threshold("memory of a JVM beside its heap", 1.0 / 16, "GiB", "project assumption");

  private static final double BYTES_PER_GIB = 1L << 30;

  /** What is known of the context's component. */
  public static EconomicsBasis of(RuleContext context) {
    Optional<SpeedUp.Estimate> estimate = SpeedUp.of(context).flatMap(SpeedUp::estimate);
    Optional<SpeedUp.Bounds> bounds = SpeedUp.bounds(context);
    return new EconomicsBasis(
        context.component().linesOfCode(),
        estimate
            .map(e -> new ThreePoint(saved(e.low()), saved(e.central()), saved(e.high())))
            .orElse(ThreePoint.exactly(0)),
        bounds.map(b -> saved(b.pessimisticAtLeast())).orElse(0.0),
        bounds.map(b -> saved(b.optimisticAtMost())).orElse(0.0),
        context.allocationShare(),
        sized(context.gc().largestLiveBytes()),
        bounds.isPresent() ? "" : cpuMissing(context),
        context.has(Need.ALLOCATION_PROFILE) ? "" : Need.ALLOCATION_PROFILE.toProvide());
  }

  private static double sized(long live) {
    return live == 0 ? 0 : SIZED.value() * live / BYTES_PER_GIB + BESIDE_HEAP.value();
  }

  /**
   * The share of an instance's memory that goes in each scenario if all of it were the component's.
   * Java's own remedy comes first: what a JVM with a heap of {@link #SIZED} times the live set
   * leaves over goes without a port, so only the rest counts; all of it where the live set is
   * unknown.
   */
  ThreePoint memoryGoes(RuleContext context) {
    ThreePoint assumed = context.policy().facts().assumptions().get(Assumption.MEMORY_REDUCTION);
    OptionalDouble declared =
        context.policy().facts().fleet(context.component().name()).memoryGiB();
    double part =
        sizedGiB > 0 && declared.isPresent() && declared.getAsDouble() > 0
            ? Math.min(1, sizedGiB / declared.getAsDouble())
            : 1;
    return new ThreePoint(
        part * assumed.pessimistic(), part * assumed.central(), part * assumed.optimistic());
  }

  /** The share of the CPU that a speed-up of the process leaves over; negative for a slow-down. */
  private static double saved(double speedUp) {
    return 1 - 1 / speedUp;
  }

  private static String cpuMissing(RuleContext context) {
    if (!context.has(Need.CPU_PROFILE)) {
      return Need.CPU_PROFILE.toProvide();
    }
    return !SpeedUp.knowsAllocation(context)
        ? Need.ALLOCATION_PROFILE.toProvide()
        : "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad, so that the"
            + " collector's CPU is known.";
  }

  /** What to record before a saving of what binds can be calculated; empty when all is there. */
  List<String> missing(Binding binding) {
    List<String> missing = new ArrayList<>();
    if (binding.cpu() && !cpuMissing.isEmpty()) {
      missing.add(cpuMissing);
    }
    if (binding.memory() && !memoryMissing.isEmpty()) {
      missing.add(memoryMissing);
    }
    return missing.stream().distinct().toList();
  }
}

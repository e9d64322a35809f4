package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.arithmetic.Amdahl;
import io.github.rustfit.engine.shape.HotShape;
import io.github.rustfit.engine.shape.Shape;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What replacing a component could bring at most, and what to expect.
 *
 * @param ceilingLow lower bound of the hard ceiling, over the confidence intervals of the shares
 * @param ceiling the hard ceiling at the measured shares; empty while the collector's CPU or the
 *     allocation share is unknown
 * @param ceilingHigh upper bound of the hard ceiling; infinite when nothing bounds it
 * @param estimate the speed-up to expect; empty when {@code ceiling} is
 */
public record SpeedUp(
    double ceilingLow, Optional<Double> ceiling, double ceilingHigh, Optional<Estimate> estimate) {

  private static final String ASSUMED = "project assumption, no published figure fits";

  /** JIT compiler's share of process CPU where it was not recorded: central, high; low is 0. */
  private static final Threshold JIT_CENTRAL =
      new Threshold("JIT CPU where not recorded, central", 0.02, "share", ASSUMED);

  private static final Threshold JIT_HIGH =
      new Threshold("JIT CPU where not recorded, high", 0.10, "share", ASSUMED);

  /** Collector's CPU up to which it does not matter whose allocation it is. */
  private static final Threshold LITTLE =
      new Threshold(
          "collector's CPU up to which allocation need not be sampled", 0.05, "share", ASSUMED);

  private static final Share ANYTHING = new Share(0.5, 0, 1, 1);

  /** What the estimate assumes unless the policy says otherwise. */
  private static final List<Assumption> ASSUMPTIONS =
      List.of(Assumption.KERNEL_SPEED_UP, Assumption.ALLOCATOR, Assumption.BOUNDARY);

  /** Everything that the estimate assumes by default, for the report. */
  public static List<Threshold> assumptions() {
    return Stream.of(
            AssumedThresholds.of(ASSUMPTIONS).stream(),
            Stream.of(Shape.values()).flatMap(SpeedUp::ofItsOwn),
            Stream.of(HotShape.FEWEST, HotShape.MOST, HotShape.UNTOLD),
            Stream.of(JIT_CENTRAL, JIT_HIGH, LITTLE))
        .flatMap(one -> one)
        .toList();
  }

  /** The gain of a shape that has one of its own. */
  private static Stream<Threshold> ofItsOwn(Shape shape) {
    return shape.gain().equals(Assumption.KERNEL_SPEED_UP.byDefault())
        ? Stream.of()
        : Stream.of(Scenario.values())
            .map(
                scenario ->
                    new Threshold(
                        "gain of " + shape.title() + ", " + scenario.id(),
                        shape.gain().in(scenario),
                        "×",
                        shape.source()));
  }

  /**
   * A speed-up as a range.
   *
   * @param low with the pessimistic assumptions
   * @param central with the central ones
   * @param high with the optimistic ones
   */
  public record Estimate(double low, double central, double high) {

    public Estimate {
      if (!(low <= central && central <= high)) {
        throw new IllegalArgumentException(low + ", " + central + ", " + high);
      }
    }
  }

  /**
   * The estimate at the ends of the confidence intervals of the shares.
   *
   * @param pessimisticAtLeast the gain at its near end, at the end of the shares that speaks least
   *     for a migration: what holds if the gain is as small as it may be
   * @param optimisticAtMost the gain at its far end, at the end of the shares that speaks most for
   *     it
   */
  public record Bounds(double pessimisticAtLeast, double optimisticAtMost) {}

  /** Collectors that work in pauses only. */
  public static final Set<String> IN_PAUSES = Set.of("Serial", "Parallel");

  private record Range(double low, double central, double high) {}

  /** The speed-up of the context's component; empty without enough CPU samples. */
  public static Optional<SpeedUp> of(RuleContext context) {
    Share f = context.cpuShare();
    if (!f.known()) {
      return Optional.empty();
    }
    Optional<Range> measuredG = collectorShare(context);
    Share a = allocation(context, measuredG);
    Range g = measuredG.orElse(new Range(0, 0, 1));
    Range j = compilerShare(context);
    double low =
        Math.min(
            ceiling(f.low(), g.low, j.high, a.low()), ceiling(f.low(), g.high, j.high, a.low()));
    double high =
        Math.max(
            ceiling(f.high(), g.low, j.low, a.high()), ceiling(f.high(), g.high, j.low, a.high()));
    if (measuredG.isEmpty() || !a.known()) {
      return Optional.of(new SpeedUp(low, Optional.empty(), high, Optional.empty()));
    }
    double ceiling = ceiling(f.value(), g.central, j.central, a.value());
    Gain gain = Gain.of(context);
    Function<Scenario, Double> at =
        scenario -> estimate(f.value(), g.central, j.central, a.value(), gain, scenario);
    Estimate estimate =
        new Estimate(
            at.apply(Scenario.PESSIMISTIC),
            at.apply(Scenario.CENTRAL),
            at.apply(Scenario.OPTIMISTIC));
    return Optional.of(
        new SpeedUp(
            Math.min(low, ceiling),
            Optional.of(ceiling),
            Math.max(high, ceiling),
            Optional.of(estimate)));
  }

  /**
   * The ceiling with the collector's share cut to what the compiler leaves. Between 0 and that cut
   * the removable share is linear in g, so its extremes lie at the ends.
   */
  private static double ceiling(double f, double g, double j, double a) {
    return Amdahl.ceiling(f, Math.min(g, 1 - j), j, a);
  }

  /** What the estimate rests on beside what was recorded. */
  private record Gain(CodeGain code, Assumptions assumed) {

    static Gain of(RuleContext context) {
      return new Gain(CodeGain.of(context), context.policy().facts().assumptions());
    }
  }

  private static double estimate(
      double f, double g, double j, double a, Gain gain, Scenario scenario) {
    double speedUp = gain.code.speedUp().in(scenario);
    if (gain.code.holdsBoundary()) { // it holds allocation and boundary
      return Amdahl.measured(f, Math.min(g, 1 - j), j, a, speedUp);
    }
    return Amdahl.estimate(
        f,
        Math.min(g, 1 - j),
        j,
        a,
        speedUp,
        gain.assumed.get(Assumption.ALLOCATOR).in(scenario),
        gain.code.boundary().share().in(scenario));
  }

  /**
   * The estimate at the ends of the confidence intervals; empty when there is no estimate. In each
   * share it goes one way only, so its extremes lie at the ends.
   */
  public static Optional<Bounds> bounds(RuleContext context) {
    Share f = context.cpuShare();
    Optional<Range> measuredG = collectorShare(context);
    Share a = allocation(context, measuredG);
    if (!f.known() || !a.known() || measuredG.isEmpty()) {
      return Optional.empty();
    }
    Range g = measuredG.get();
    Range j = compilerShare(context);
    Gain gain = Gain.of(context);
    return Optional.of(
        new Bounds(
            end(f, a, g, j, gain, Scenario.PESSIMISTIC, Math::min),
            end(f, a, g, j, gain, Scenario.OPTIMISTIC, Math::max)));
  }

  /**
   * The component's share of the allocated bytes. Where too few were sampled, and the collector
   * takes next to nothing, anything from none to all: its part of the collector's CPU is at most
   * that.
   */
  private static Share allocation(RuleContext context, Optional<Range> collector) {
    Share known = context.allocationShare();
    boolean little = collectsLittle(collector);
    return known.known() || !little ? known : ANYTHING;
  }

  private static boolean collectsLittle(Optional<Range> collector) {
    return collector.isPresent() && collector.get().high <= LITTLE.value();
  }

  /** Whether the collector certainly takes so little CPU that nobody's allocation matters. */
  public static boolean collectsLittle(RuleContext context) {
    return collectsLittle(collectorShare(context));
  }

  /** Whether the component's part of the collector's CPU is known or bounded well enough. */
  public static boolean knowsAllocation(RuleContext context) {
    return allocation(context, collectorShare(context)).known();
  }

  /** The least or the most over all corners of the intervals. */
  private static double end(
      Share f,
      Share a,
      Range g,
      Range j,
      Gain gain,
      Scenario scenario,
      DoubleBinaryOperator which) {
    double found = estimate(f.low(), g.low, j.low, a.low(), gain, scenario);
    for (int corner = 1; corner < 1 << 4; corner++) {
      double at =
          estimate(
              (corner & 1) == 0 ? f.low() : f.high(),
              (corner & 2) == 0 ? g.low : g.high,
              (corner & 4) == 0 ? j.low : j.high,
              (corner & 8) == 0 ? a.low() : a.high(),
              gain,
              scenario);
      found = which.applyAsDouble(found, at);
    }
    return found;
  }

  /** GC CPU over process CPU; the two may come from different inputs, so rates are compared. */
  private static Optional<Range> collectorShare(RuleContext context) {
    Tally process = context.profile().processCpu();
    Tally gc = context.gc().gcCpu();
    if (!gc.known() || !process.known() || process.amount() == 0) {
      return Optional.empty();
    }
    double printed = Math.min(1, gc.perNano() / process.perNano());
    double most = Math.max(printed, notOfJavaThreads(context));
    return Optional.of(new Range(printed, most, most));
  }

  /**
   * Share of process CPU that no Java thread used: all that a concurrent collector can have taken,
   * beside next to nothing of other threads of the JVM; 0 where it is unknown, or where the
   * collector works in pauses only and prints all that it takes.
   *
   * <p>A thread that lives for less than the period of {@code jdk.ThreadCPULoad} is in none of its
   * events, so that their sum may be less than what Java threads used, and what samples show of
   * them is taken where it is more.
   */
  private static double notOfJavaThreads(RuleContext context) {
    Tally process = context.profile().processCpu();
    Tally threads = context.profile().facts().sampling().threadCpu();
    boolean concurrent = !IN_PAUSES.containsAll(context.gc().collectors());
    if (!concurrent || !threads.known() || !process.known() || process.amount() == 0) {
      return 0;
    }
    double ofJavaThreads = Math.max(threads.perNano(), sampledRate(context.profile()));
    return Math.max(0, 1 - ofJavaThreads / process.perNano());
  }

  /** CPU of the sampled threads in CPUs, 0 where nothing was sampled or a period is assumed. */
  private static double sampledRate(ProfileSummary profile) {
    long observed = profile.observed().getOrDefault(SampleKind.CPU, 0L);
    return observed == 0 || profile.facts().sampling().assumed().contains(SampleKind.CPU)
        ? 0
        : (double) profile.total(SampleKind.CPU).amount() / observed;
  }

  /**
   * The collector's share of process CPU that the ceiling rests on, 0..1; empty while it is
   * unknown. Concurrent work, which the JVM does not print, is bounded by what no Java thread used,
   * where the CPU of threads was recorded; otherwise it is not in it.
   */
  public static Optional<Double> collectorCpu(RuleContext context) {
    return collectorShare(context).map(Range::central);
  }

  /** The same of what the JVM prints, mostly of pauses: the collector took at least that. */
  public static Optional<Double> printedCollectorCpu(RuleContext context) {
    return collectorShare(context).map(Range::low);
  }

  /**
   * Share of the process CPU that is left to threads of the application, 0..1. A collector whose
   * CPU is unknown counts as none, so this is rather too much than too little.
   */
  public static double applicationCpu(RuleContext context) {
    return Math.max(0, 1 - collectorCpu(context).orElse(0.0) - compilerShare(context).central);
  }

  private static Range compilerShare(RuleContext context) {
    Tally process = context.profile().processCpu();
    Tally compiler = context.profile().compilerCpu();
    if (!compiler.known() || !process.known() || process.amount() == 0) {
      return new Range(0, JIT_CENTRAL.value(), JIT_HIGH.value());
    }
    double share = Math.min(1, compiler.perNano() / process.perNano());
    return new Range(share, share, share);
  }
}

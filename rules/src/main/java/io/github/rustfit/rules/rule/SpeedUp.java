package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.arithmetic.Amdahl;
import io.github.rustfit.rules.evidence.Tally;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Optional;
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

  /** Speed-up of the replaced code itself: low, central, high. */
  public static final Threshold KERNEL_LOW =
      new Threshold(
          "speed-up of the code, low",
          1.0,
          "×",
          "bigbio MS-GF+ PR 29: no gain (0.98×) on one of 3");

  /** Central speed-up of the replaced code. */
  public static final Threshold KERNEL_CENTRAL =
      new Threshold(
          "speed-up of the code, central",
          1.5,
          "×",
          "LangBench (USENIX ATC'22): C++ 1.43× over JVM");

  /** High speed-up of the replaced code. */
  public static final Threshold KERNEL_HIGH =
      new Threshold(
          "speed-up of the code, high", 3.2, "×", "WebGraph Java to Rust (WWW'24): 1.4–3.18×");

  private static final String ASSUMED = "project assumption, no published figure fits";

  /** JIT compiler's share of process CPU where it was not recorded: central, high; low is 0. */
  private static final Threshold JIT_CENTRAL =
      new Threshold("JIT CPU where not recorded, central", 0.02, "share", ASSUMED);

  private static final Threshold JIT_HIGH =
      new Threshold("JIT CPU where not recorded, high", 0.10, "share", ASSUMED);

  /** Share of the removed collector cost that native allocation costs: low, central, high. */
  private static final List<Threshold> ALLOCATOR =
      List.of(
          new Threshold("native allocation per GC cost removed, low", 0.4, "share", ASSUMED),
          new Threshold("native allocation per GC cost removed, central", 0.3, "share", ASSUMED),
          new Threshold("native allocation per GC cost removed, high", 0.1, "share", ASSUMED));

  /** CPU spent on the language boundary, as a share of process CPU: low, central, high. */
  private static final List<Threshold> BOUNDARY =
      List.of(
          new Threshold("CPU at the language boundary, low", 0.05, "share", ASSUMED),
          new Threshold("CPU at the language boundary, central", 0.02, "share", ASSUMED),
          new Threshold("CPU at the language boundary, high", 0.0, "share", ASSUMED));

  /** Everything that the estimate assumes, for the report. */
  public static List<Threshold> assumptions() {
    return Stream.of(
            List.of(KERNEL_LOW, KERNEL_CENTRAL, KERNEL_HIGH),
            ALLOCATOR,
            BOUNDARY,
            List.of(JIT_CENTRAL, JIT_HIGH))
        .flatMap(List::stream)
        .toList();
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

  private record Range(double low, double central, double high) {}

  /** The speed-up of the context's component; empty without enough CPU samples. */
  public static Optional<SpeedUp> of(RuleContext context) {
    Share f = context.cpuShare();
    if (!f.known()) {
      return Optional.empty();
    }
    Share a = context.allocationShare();
    Optional<Range> measuredG = collectorShare(context);
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
    double ceiling = Amdahl.ceiling(f.value(), g.central, j.central, a.value());
    Estimate estimate =
        new Estimate(
            estimate(f.value(), g.central, j.central, a.value(), KERNEL_LOW, 0),
            estimate(f.value(), g.central, j.central, a.value(), KERNEL_CENTRAL, 1),
            estimate(f.value(), g.central, j.central, a.value(), KERNEL_HIGH, 2));
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

  private static double estimate(
      double f, double g, double j, double a, Threshold kernel, int scenario) {
    return Amdahl.estimate(
        f,
        g,
        j,
        a,
        kernel.value(),
        ALLOCATOR.get(scenario).value(),
        BOUNDARY.get(scenario).value());
  }

  /** GC CPU over process CPU; the two may come from different inputs, so rates are compared. */
  private static Optional<Range> collectorShare(RuleContext context) {
    Tally process = context.profile().processCpu();
    Tally gc = context.gc().gcCpu();
    if (!gc.known() || !process.known() || process.amount() == 0) {
      return Optional.empty();
    }
    double share = Math.min(1, gc.perNano() / process.perNano());
    return Optional.of(new Range(share, share, share));
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

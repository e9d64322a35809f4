package io.github.rustfit.engine.latency;

import io.github.rustfit.engine.arithmetic.Amdahl;
import io.github.rustfit.engine.arithmetic.PauseVisibility;
import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.Optional;

/**
 * The latency at the declared percentile after a replacement, if a late request is made up as the
 * time of service is: {@code (observed − pause) · (w + (1 − w) / s)}, w being what it waits, s the
 * speed-up of what runs (Amdahl), and pause what collections can add at that percentile. What is
 * waited for stays, but for locks that the component may hold while it computes: at best these are
 * released sooner by the gain.
 *
 * @param bestMs with the gain at its far end, least waiting and no pause, in milliseconds
 * @param worstMs with the gain at its near end, most waiting and the pauses that there are
 * @param farEndMs with the gain at its far end, most waiting and the pauses that there are: what
 *     the gain alone can still change of the worst
 * @param pauseMs what collections can add to a request at the percentile
 * @param most the most that a component that costs nothing could take from the latency, 0..1
 */
public record Projection(
    double bestMs, double worstMs, double farEndMs, double pauseMs, double most) {

  /** The latency of the context's service; empty without an observed one, or GC pauses. */
  public static Optional<Projection> of(RuleContext context, ServiceSplit split) {
    Optional<ServiceLevel> level =
        context.policy().serviceLevel().filter(one -> one.observedMs().isPresent());
    if (level.isEmpty() || !context.gc().timed() || context.gc().pauseObservedNanos() <= 0) {
      return Optional.empty();
    }
    double observed = level.get().observedMs().orElseThrow();
    double pause = pauseMs(context.gc(), level.get(), observed);
    double low = split.waiting().low();
    double high = split.waiting().high();
    double far = split.ofRunning().high();
    double near = split.ofRunning().low();
    // what holds a lock and computes in the component lets go of it sooner by the gain
    CodeGain gain = CodeGain.of(context);
    double released =
        Math.min(low, split.locks()) * Math.max(0, 1 - 1 / gain.speedUp().optimistic());
    return Optional.of(
        new Projection(
            (observed - pause) * (left(low, speedUp(far, gain, Scenario.OPTIMISTIC)) - released),
            pause + (observed - pause) * worst(low, high, near, far, gain, Scenario.PESSIMISTIC),
            pause + (observed - pause) * worst(low, high, near, far, gain, Scenario.OPTIMISTIC),
            pause,
            (1 - low) * far + Math.min(low, split.locks())));
  }

  private static double worst(
      double low, double high, double near, double far, CodeGain gain, Scenario scenario) {
    double found = 0;
    for (double f : new double[] {near, far}) {
      for (double w : new double[] {low, high}) {
        found = Math.max(found, left(w, speedUp(f, gain, scenario)));
      }
    }
    return found;
  }

  private static double left(double waiting, double speedUp) {
    return waiting + (1 - waiting) / speedUp;
  }

  /** As for the process, without the collector, whose pauses are counted apart. */
  private static double speedUp(double f, CodeGain gain, Scenario scenario) {
    double speedUp = gain.speedUp().in(scenario);
    return gain.holdsBoundary()
        ? Amdahl.measured(f, 0, 0, 0, speedUp)
        : Amdahl.estimate(f, 0, 0, 0, speedUp, 0, gain.boundary().share().in(scenario));
  }

  /**
   * The length of pauses so that longer ones hit fewer requests than may miss the target: at the
   * percentile, a request meets none that is longer, beside what pauses take of any time. A request
   * is hit as often as one that takes the observed latency, which is rather too often.
   */
  private static double pauseMs(GcSummary gc, ServiceLevel level, double observedMs) {
    PauseHistogram pauses = gc.pauses();
    long low = 0;
    long high = pauses.maxNanos();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (hits(gc, middle + 1, observedMs, level.fanOut()) < level.allowedMisses()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Math.min(observedMs, high / 1e6 + observedMs * gc.pauseRatio());
  }

  private static double hits(GcSummary gc, long atLeast, double serviceMs, int fanOut) {
    long count = gc.pauses().countAtLeast(atLeast);
    if (count == 0) {
      return 0;
    }
    double mean = gc.pauses().totalNanosAtLeast(atLeast) / count / 1e9;
    return PauseVisibility.hitFraction(
        count * 1e9 / gc.pauseObservedNanos(), mean, serviceMs / 1e3, fanOut);
  }
}

package io.github.rustfit.engine.jvm;

import io.github.rustfit.engine.arithmetic.PauseVisibility;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether stop-the-world pauses can be seen at the declared percentile: enough requests meet a
 * pause that is long enough to use up the slack between the median and the target. Both conditions
 * are needed; many pauses of 0.1 ms hit many requests and hurt none. Where the median misses the
 * target by itself, only a pause longer than the whole target matters.
 *
 * <p>What is not declared ranges over all that it could be: the median from 0 to the target, the
 * service time too, since a request that works for longer misses the target without any pause.
 *
 * @param hitLow share of requests that meet such a pause, if undeclared figures are favourable
 * @param hitHigh the same if they are unfavourable
 * @param allowed share of requests that may miss the target
 */
public record GcVisibility(double hitLow, double hitHigh, double allowed) {

  /** Visibility at the declared service level; empty without one, or with pauses unknown. */
  public static Optional<GcVisibility> of(RuleContext context) {
    return of(context.gc(), context.policy());
  }

  /** The same for a report, which has no component at hand. */
  public static Optional<GcVisibility> of(GcSummary gc, Policy policy) {
    return RuleContext.pausesSuffice(gc)
        ? policy.serviceLevel().map(level -> of(gc, level))
        : Optional.empty();
  }

  /**
   * The share of requests that meet a pause longer than the whole target, 0..1. It rests on nothing
   * that may be left undeclared; empty without a service level, or with pauses unknown.
   */
  public static OptionalDouble hitByPausesAlone(RuleContext context) {
    return hitByPausesAlone(context.gc(), context.policy());
  }

  /** The same for a report, which has no component at hand. */
  public static OptionalDouble hitByPausesAlone(GcSummary gc, Policy policy) {
    if (!RuleContext.pausesSuffice(gc) || policy.serviceLevel().isEmpty()) {
      return OptionalDouble.empty();
    }
    ServiceLevel level = policy.serviceLevel().get();
    return OptionalDouble.of(hits(gc, level.targetMs(), 0, level.fanOut()));
  }

  private static GcVisibility of(GcSummary gc, ServiceLevel level) {
    double p50 = level.observedP50Ms().orElse(0);
    // Where half of the requests are too slow without any pause, one matters only by itself.
    double slackHigh = p50 < level.targetMs() ? level.targetMs() - p50 : level.targetMs();
    double slackLow = level.observedP50Ms().isPresent() ? slackHigh : 0;
    double serviceLow = Math.min(level.serviceTimeMs().orElse(0), level.targetMs());
    double serviceHigh = Math.min(level.serviceTimeMs().orElse(level.targetMs()), level.targetMs());
    return new GcVisibility(
        hits(gc, slackHigh, serviceLow, level.fanOut()),
        hits(gc, slackLow, serviceHigh, level.fanOut()),
        level.allowedMisses());
  }

  private static double hits(GcSummary gc, double slackMs, double serviceMs, int fanOut) {
    long slack = Math.round(slackMs * 1e6);
    long count = gc.pauses().countAtLeast(slack);
    if (count == 0) {
      return 0;
    }
    double mean = gc.pauses().totalNanosAtLeast(slack) / count / 1e9;
    double rate = count * 1e9 / gc.pauseObservedNanos();
    return PauseVisibility.hitFraction(rate, mean, serviceMs / 1e3, fanOut);
  }

  /**
   * The percentile of requests from which pauses can be seen: below it, fewer requests meet one
   * than are allowed for.
   *
   * @param hit share of requests that meet a pause that matters, 0..1
   * @return 0..100; 100 when none does
   */
  public static double fromPercentile(double hit) {
    return 100 * (1 - hit);
  }

  /** Yes if pauses are visible at the percentile whatever is undeclared, no if they cannot be. */
  public Answer visible() {
    if (hitLow >= allowed) {
      return Answer.YES;
    }
    return hitHigh < allowed ? Answer.NO : Answer.UNKNOWN;
  }
}

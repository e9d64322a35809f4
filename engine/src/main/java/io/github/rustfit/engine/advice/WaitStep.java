package io.github.rustfit.engine.advice;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.latency.Served;
import io.github.rustfit.engine.latency.ServiceSplit;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.stats.Format;
import java.util.Optional;

/**
 * What a service waits for whose latency misses its target.
 *
 * @param step what to do
 * @param beforeFixes whether certainly most of its time is waiting, so that less CPU time helps
 *     little
 */
record WaitStep(NextStep step, boolean beforeFixes) {

  /** Part of the time of service that is most of it. */
  private static final double MOST = 0.5;

  /** A smaller part is no reason why a target is missed, and is not to be looked at. */
  private static final double LEAST = 0.1;

  /** Where a declared latency is missed and waiting is a part of it that counts. */
  static Optional<WaitStep> of(Assessment assessment) {
    return assessment
        .policy()
        .serviceLevel()
        .flatMap(
            level ->
                assessment.components().stream()
                    .flatMap(one -> one.surroundings().served().stream())
                    .findFirst()
                    .map(Served::split)
                    .flatMap(split -> of(level, split)));
  }

  static Optional<WaitStep> of(ServiceLevel level, ServiceSplit split) {
    double observed = level.observedMs().orElse(0);
    Optional<String> bottleneck = split.bottleneck();
    if (observed <= level.targetMs() || bottleneck.isEmpty() || split.waiting().low() < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new WaitStep(
            NextStep.of(
                NextStep.Kind.WAIT,
                "",
                "Look at what is waited for: " + bottleneck.get() + ".",
                "p"
                    + Format.number(level.percentile())
                    + " is "
                    + Format.millis(observed)
                    + " and "
                    + Format.millis(level.targetMs())
                    + " are wanted."),
            split.waiting().low() >= MOST));
  }
}

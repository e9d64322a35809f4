package io.github.rustfit.engine.latency;

import io.github.rustfit.rules.rule.RuleContext;
import java.util.Optional;

/**
 * What is known of how a service spends its time, with a component in view.
 *
 * @param split what it consists of
 * @param projection the latency after a replacement; empty where none is observed, or it is met
 */
public record Served(ServiceSplit split, Optional<Projection> projection) {

  /** For the context's component; empty where no recording tells. */
  public static Optional<Served> of(RuleContext context) {
    return ServiceSplit.of(context)
        .map(split -> new Served(split, missed(context) ? Projection.of(context, split) : none()));
  }

  private static Optional<Projection> none() {
    return Optional.empty();
  }

  private static boolean missed(RuleContext context) {
    return context.policy().serviceLevel().stream()
        .anyMatch(level -> level.observedMs().orElse(0) > level.targetMs());
  }
}

package io.github.rustfit.rules.policy;

import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limits of one component, which come before those of all.
 *
 * @param limits limits on its figures, at most one for each metric
 * @param verdicts verdicts of it that {@code check} does not accept; empty for a verdict that it
 *     does accept
 */
public record ComponentLimits(List<Limit> limits, Map<Verdict, Optional<Level>> verdicts) {

  /** None of its own. */
  public static final ComponentLimits NONE = new ComponentLimits(List.of(), Map.of());

  public ComponentLimits {
    limits = List.copyOf(limits);
    EnumMap<Verdict, Optional<Level>> levels = new EnumMap<>(Verdict.class);
    levels.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(levels);
    if (limits.stream().anyMatch(limit -> !limit.metric().ofComponents())) {
      throw new IllegalArgumentException("not a figure of a component: " + limits);
    }
  }

  /** Its own limit on a figure. */
  public Optional<Limit> limit(Metric metric) {
    return limits.stream().filter(limit -> limit.metric() == metric).findFirst();
  }
}

package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.util.Set;

/**
 * What a source would have told of over a stretch of a run, so that where it is silent there was
 * nothing. What it did tell of in that time counts as watched in any case.
 *
 * @param nanos length of the stretch, in nanoseconds; 0 when nothing had a time
 * @param pauses whether it would have told of pauses
 * @param cpu whether it would have told the collector's CPU time
 * @param safepoints whether it would have told of safepoints
 * @param incidents the incidents that it would have told of
 */
public record Observation(
    long nanos, boolean pauses, boolean cpu, boolean safepoints, Set<GcIncident> incidents) {

  public Observation {
    incidents = Set.copyOf(incidents);
    if (nanos < 0) {
      throw new IllegalArgumentException("observed for " + nanos + " ns");
    }
  }
}

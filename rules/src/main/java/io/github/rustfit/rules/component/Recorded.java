package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.SampleKind;

/**
 * What was recorded of one kind in code that a component owns. Profilers leave out what is short or
 * frequent, so count and amount are lower bounds; of waiting, idle threads are part.
 *
 * @param kind what it is, and the unit of {@code amount}
 * @param count number of recorded events
 * @param amount their sum over all threads, in the kind's unit
 * @param share share of all that was recorded of this kind, 0..1; 0 when that is nothing
 */
public record Recorded(SampleKind kind, long count, long amount, double share) {

  /** Whether the amount says anything: a JDK may record objects without their size. */
  public boolean weighed() {
    return amount > 0 || count == 0;
  }
}

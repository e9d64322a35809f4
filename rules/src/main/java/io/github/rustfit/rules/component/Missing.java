package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.stats.Share;

/** What samples that are missing, or whose callers are, do to shares. */
final class Missing {

  /** Part of the stacks up to which cut ones change nothing. */
  private static final double MOST_CUT = 0.01;

  private Missing() {}

  /** The part of the CPU samples that are due and not there, 0..1; 0 where none can be missed. */
  static double lostCpu(ProfileSummary profile) {
    return SampleRate.of(profile)
        .filter(rate -> !rate.believed())
        .map(rate -> 1 - rate.ratio())
        .orElse(0.0);
  }

  /** The part of all samples that nobody owns as they were cut, 0..1; 0 where it is too small. */
  static double cutAway(Weight unowned, Weight all) {
    double part = all.amount() == 0 ? 0 : (double) unowned.amount() / all.amount();
    return part > MOST_CUT ? part : 0;
  }

  /**
   * A share whose bounds allow for what is missing: what was cut may be its own, and what was lost
   * may be or not.
   */
  static Share allowedFor(Share share, double cut, double lost) {
    return !share.known() || cut + lost == 0
        ? share
        : new Share(
            share.value(),
            share.low() * (1 - lost),
            Math.min(1, share.high() + cut) * (1 - lost) + lost,
            share.samples());
  }
}

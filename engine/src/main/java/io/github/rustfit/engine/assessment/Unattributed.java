package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Ownership;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.stats.Share;

/**
 * CPU samples that belong to no component, whose work all of them are, and where work comes in.
 *
 * @param cpu their share of all CPU samples
 * @param tests the part of these, as a share of all, that pass through code of tests
 * @param ownership whose work the samples are
 * @param entries where the work of the samples that components own comes into the program
 */
public record Unattributed(Share cpu, Share tests, Ownership ownership, ProgramEntries entries) {

  /** Nothing was recorded. */
  public static final Unattributed UNKNOWN =
      new Unattributed(Share.UNKNOWN, Share.UNKNOWN, Ownership.UNKNOWN, ProgramEntries.UNKNOWN);

  static Unattributed of(Attribution attribution) {
    return attribution.recorded(SampleKind.CPU)
        ? new Unattributed(
            attribution.unattributed(SampleKind.CPU),
            attribution.ofTests(SampleKind.CPU),
            attribution.ownership(),
            attribution.programEntries())
        : new Unattributed(
            Share.UNKNOWN, Share.UNKNOWN, Ownership.UNKNOWN, attribution.programEntries());
  }
}

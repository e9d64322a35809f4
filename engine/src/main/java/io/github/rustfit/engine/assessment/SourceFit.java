package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.stats.Share;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what was recorded is the source that is checked, and all of it. A limit on code that the
 * source no longer has, or whose samples may be missing, is not held by it.
 *
 * @param attribution who owns which samples
 * @param moved where lines seem to have moved, as a clause, by component
 */
record SourceFit(Attribution attribution, Map<String, String> moved) {

  /** Samples of a component below which nothing is said of its lines. */
  private static final long FEWEST = 20;

  /**
   * Part of a component's samples that may lie outside of the methods they name: profilers tear a
   * stack now and then.
   */
  private static final double TORN = 0.02;

  /** As the rule source-match asks for. */
  private static final double LEAST = 0.7;

  /** Why no figure of any component tells of this source; empty when they may. */
  Optional<String> ofProgram() {
    return attribution
        .foreign()
        .map(
            kind ->
                "none of the "
                    + (kind == SampleKind.CPU ? "CPU" : "allocation")
                    + " samples passes through a class of the source, so the recording is of another"
                    + " program or of other packages");
  }

  /** The same as a problem of the whole analysis. */
  Optional<Problem> problem() {
    return ofProgram()
        .map(
            why ->
                new Problem(
                    "",
                    0,
                    why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".",
                    "Record the program that this source builds; if its packages were renamed since,"
                        + " record it again. Until then nothing is said of its hot paths."));
  }

  /** Whether so little of it fits that its verdict is not of this source. */
  boolean isOther(Component component) {
    Share fits = attribution.resolved(component);
    return fits.known() && !fits.certainlyAtLeast(LEAST);
  }

  /** Why the component's lines are not those that were recorded; empty when they may be. */
  Optional<String> ofLines(Component component) {
    Share fits = attribution.resolved(component);
    long samples = attribution.owned(component, SampleKind.CPU).samples();
    return fits.known() && samples >= FEWEST && fits.high() < 1 - TORN
        ? Optional.of(
            percent(1 - fits.value())
                + " of its CPU samples lie at methods or lines that the source does not have, so it"
                + " was edited since")
        : Optional.ofNullable(moved.get(component.name()));
  }

  /**
   * Why a share may be more than it seems, as nobody knows whose some of the samples are: lost ones
   * and those whose stacks were cut; empty where they are too few to matter.
   */
  Optional<String> untold(Metric metric) {
    return switch (metric) {
      case CPU_SHARE -> untold(SampleKind.CPU);
      case ALLOCATION_SHARE -> untold(SampleKind.ALLOCATION);
      default -> Optional.empty();
    };
  }

  private Optional<String> untold(SampleKind kind) {
    double lost = attribution.lost(kind);
    double cut = attribution.cutAway(kind);
    if (lost > 0) {
      return Optional.of(percent(lost) + " of the CPU samples that are due were lost");
    }
    return cut > 0
        ? Optional.of(percent(cut) + " of the samples have stacks that were cut, and no owner")
        : Optional.empty();
  }
}

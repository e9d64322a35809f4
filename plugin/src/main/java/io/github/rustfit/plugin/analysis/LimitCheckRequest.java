package io.github.rustfit.plugin.analysis;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What decides which crossed limits count.
 *
 * @param today the day on which decisions hold or are over
 * @param project {@code groupId:artifactId} of the top project
 * @param baseline the baseline's file; empty for none
 * @param baselineNamed whether the user named it, so that it must exist
 * @param since what the checked change is compared with, as git knows it; empty for everything
 * @param history the history of builds whose last stable levels serve as a baseline; empty for none
 */
public record LimitCheckRequest(
    LocalDate today,
    String project,
    Optional<Path> baseline,
    boolean baselineNamed,
    String since,
    Optional<Path> history) {

  /** Everything counts, and no decision ends. */
  public static final LimitCheckRequest EVERYTHING =
      new LimitCheckRequest(LocalDate.EPOCH, "", Optional.empty(), false, "", Optional.empty());

  /** The same, held against what the builds of a history measured. */
  public LimitCheckRequest against(Path builds) {
    return new LimitCheckRequest(
        today, project, baseline, baselineNamed, since, Optional.of(builds));
  }

  /** The same without looking at a baseline. */
  public LimitCheckRequest withoutBaseline() {
    return new LimitCheckRequest(today, project, Optional.empty(), false, since, Optional.empty());
  }
}

package io.github.rustfit.readers.builds;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;

/**
 * What a history says.
 *
 * @param builds those of the project, in the order of the lines, each once
 * @param problems what was passed over, and why
 */
public record HistoryReading(List<RecordedBuild> builds, List<Problem> problems) {

  public HistoryReading {
    builds = List.copyOf(builds);
    problems = List.copyOf(problems);
  }
}

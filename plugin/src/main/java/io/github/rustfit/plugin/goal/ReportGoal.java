package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.export.ExportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code report}: analyses and writes; no verdict makes it fail. */
public final class ReportGoal {

  private ReportGoal() {}

  /**
   * @param candidates whether to list every match of a pattern in the source
   * @param exports what to export each recording as
   * @return the HTML report
   */
  public static Path run(Setup setup, boolean candidates, List<String> exports)
      throws GoalException {
    return AnalysisRun.of(setup, MissingRecording.WARN, setup.limits())
        .listingCandidates(candidates)
        .exporting(formats(exports))
        .run()
        .page();
  }

  private static Set<ExportFormat> formats(List<String> names) throws GoalException {
    try {
      return ExportFormat.named(names);
    } catch (IllegalArgumentException e) {
      throw new GoalException("rustfit: rustfit.exports: " + e.getMessage() + ".", e);
    }
  }
}

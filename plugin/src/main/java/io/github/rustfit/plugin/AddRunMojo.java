package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.AddRunGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.readers.builds.HistoryFile;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the whole reactor as {@code report} does, and adds what this build measured to the
 * history of builds, as one line at its end: commit, date, and figures of the process and of each
 * component. {@code rustfit:trend} says what changed for good.
 */
@Mojo(name = "add-run", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class AddRunMojo extends AbstractAnalysisMojo {

  /** The history, relative to the root project. */
  @Parameter(property = "rustfit.runHistory", defaultValue = HistoryFile.NAME)
  private @Nullable String runHistory;

  /** The commit that was built. Without it, the one that is checked out. */
  @Parameter(property = "rustfit.commit")
  private @Nullable String commit;

  /** Most builds that the history keeps; the oldest go. */
  @Parameter(property = "rustfit.mostRuns", defaultValue = "1000")
  private int mostRuns = HistoryFile.MOST_BUILDS;

  @Override
  void run(Setup setup) throws GoalException {
    new AddRunGoal(setup, new AddRunGoal.Options(runHistory, commit, mostRuns)).run();
  }
}

package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.plugin.goal.TrendGoal;
import io.github.rustfit.readers.builds.HistoryFile;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed for good over the builds of a history, and between which commits: {@code
 * trend.html} and {@code trend.json}. {@code rustfit:add-run} writes the history. It needs neither
 * sources nor recordings, and fails for no shift.
 */
@Mojo(name = "trend", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class TrendMojo extends AbstractReactorMojo {

  /** The history, relative to the root project. */
  @Parameter(property = "rustfit.runHistory", defaultValue = HistoryFile.NAME)
  private @Nullable String runHistory;

  /** Relative change of a figure that does not count, e.g. 0.1 for a tenth. */
  @Parameter(property = "rustfit.tolerance", defaultValue = "0.1")
  private double tolerance;

  /**
   * The day of this build, as {@code YYYY-MM-DD}; without it SOURCE_DATE_EPOCH, else today in UTC.
   * Builds of later days are a problem.
   */
  @Parameter(property = "rustfit.date")
  private @Nullable String date;

  @Override
  boolean worthwhile(Setup setup) {
    return true;
  }

  @Override
  JudgeOptions judging() {
    return JudgeOptions.NONE.on(date);
  }

  @Override
  void run(Setup setup) throws GoalException {
    TrendGoal.run(setup, runHistory, tolerance);
  }
}

package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.AddRunGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.readers.builds.HistoryFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code add-run}. */
@CommandLine.Command(
    name = "add-run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Analyses, and adds what this build measured to the history of builds.")
final class AddRunCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--run-history",
      paramLabel = "FILE",
      description = "The history; " + HistoryFile.NAME + " by default.")
  private @Nullable String runHistory;

  @Option(
      names = "--commit",
      paramLabel = "COMMIT",
      description = "The commit that was built; the one that is checked out by default.")
  private @Nullable String commit;

  @Option(
      names = "--most-runs",
      paramLabel = "N",
      description = "Most builds that the history keeps; 1000 by default.")
  private int mostRuns = HistoryFile.MOST_BUILDS;

  @Override
  void run(Terminal terminal) throws GoalException {
    new AddRunGoal(
            project.withSources(judging.options(), terminal),
            new AddRunGoal.Options(runHistory, commit, mostRuns))
        .run();
  }
}

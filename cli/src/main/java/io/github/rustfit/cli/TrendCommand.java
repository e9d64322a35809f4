package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.TrendGoal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trend}. */
@CommandLine.Command(
    name = "trend",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what changed for good over the builds of a history that add-run wrote.")
final class TrendCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--run-history",
      paramLabel = "FILE",
      description = "The history; rustfit-history.jsonl by default.")
  private @Nullable String runHistory;

  @Option(
      names = "--tolerance",
      paramLabel = "RATIO",
      description = "Relative change that does not count; 0.1 by default.")
  private double tolerance = 0.1;

  @Option(names = "--date", paramLabel = "DAY", description = "The day of this build, YYYY-MM-DD.")
  private @Nullable String date;

  @Override
  void run(Terminal terminal) throws GoalException {
    TrendGoal.run(project.setup(JudgeOptions.NONE.on(date), terminal), runHistory, tolerance);
  }
}

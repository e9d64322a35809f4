package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.FoldGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fold}. */
@CommandLine.Command(
    name = "fold",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Reads any number of recordings and GC logs and keeps their sums as evidence, one for each"
            + " service and version.")
final class FoldCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--fold-share",
      paramLabel = "RATIO",
      description =
          "Which part of the samples of its kind a stack needs to be kept whole; 0.0005 by default.")
  private double foldShare = 0.0005;

  @Override
  void run(Terminal terminal) throws GoalException {
    new FoldGoal(project.setup(JudgeOptions.NONE, terminal), foldShare).run();
  }
}

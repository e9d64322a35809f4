package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.InitGoal;
import io.github.rustfit.plugin.goal.JudgeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code init}. */
@CommandLine.Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Writes a commented rustfit.yaml to start from.")
final class InitCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--force",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Overwrites a rustfit.yaml that exists; what it declares is lost.")
  private boolean force;

  @Override
  void run(Terminal terminal) throws GoalException {
    InitGoal.run(project.setup(JudgeOptions.NONE, terminal), force);
  }
}

package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.BaselineGoal;
import io.github.rustfit.plugin.goal.GoalException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code baseline}. */
@CommandLine.Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Accepts what crosses a limit today, so that check fails only for what is new or worse.")
final class BaselineCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Override
  void run(Terminal terminal) throws GoalException {
    BaselineGoal.run(project.withSources(judging.options(), terminal));
  }
}

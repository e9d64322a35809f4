package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.CheckGoal;
import io.github.rustfit.plugin.goal.GoalException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Analyses as report does, and fails when a limit is crossed, or could not be checked.")
final class CheckCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--fail-on-violation",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Whether a crossed limit fails the check, which it does by default, or warns.")
  private boolean failOnViolation = true;

  @Option(
      names = "--annotations",
      paramLabel = "HOST",
      description = "Prints violations for a code host: github, none, or auto (the default).")
  private @Nullable String annotations;

  @Option(
      names = "--run-history",
      paramLabel = "FILE",
      description = "A history that add-run wrote, to hold figures against.")
  private @Nullable String runHistory;

  @Override
  void run(Terminal terminal) throws GoalException {
    new CheckGoal(
            project.withSources(judging.options(), terminal),
            new CheckGoal.Options(failOnViolation, annotations, runHistory))
        .run(terminal::info);
  }
}

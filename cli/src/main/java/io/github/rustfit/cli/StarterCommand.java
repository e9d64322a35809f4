package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.StarterGoal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code starter}. */
@CommandLine.Command(
    name = "starter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Begins a port of a component: a Rust workspace with open bodies, a Java binding,",
      "and a test that compares both. What you changed there is never overwritten."
    })
final class StarterCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "The component to begin with, as the report names it.")
  private @Nullable String component;

  @Option(
      names = "--entry",
      paramLabel = "METHOD",
      description =
          "A static method, Class#method, or Class#method(type,type) where it is overloaded; all of"
              + " the boundary that the report found by default.")
  private @Nullable String entry;

  @Option(
      names = "--starter-directory",
      paramLabel = "FOLDER",
      description = "Where starters are, relative to the project's folder; rust by default.")
  private @Nullable String starterDirectory;

  @Option(
      names = "--body",
      paramLabel = "WHAT",
      description =
          "What a body is at first: port, a straight port by machine where one can be had, or open;"
              + " port by default.")
  private @Nullable String body;

  @Override
  void run(Terminal terminal) throws GoalException {
    new StarterGoal(
            project.withSources(judging.options(), terminal),
            component,
            entry,
            starterDirectory,
            body)
        .run();
  }
}

package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.StarterGoal;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code starter}. */
@CommandLine.Command(
    name = "starter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Begins a port of a component: a Rust workspace with bodies by machine or open ones,",
      "a Java binding, and a test that compares both. What you changed is never overwritten."
    })
final class StarterCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private PortOptions port = new PortOptions();

  @Override
  void run(Terminal terminal) throws GoalException {
    new StarterGoal(
            project.withSources(judging.options(), terminal),
            port.component,
            port.entry,
            port.directory,
            port.body)
        .run();
  }
}

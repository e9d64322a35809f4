package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.ReportGoal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}. */
@CommandLine.Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Analyses the project and writes index.html, report.json and others.",
      "It fails for broken input, never for a verdict."
    })
final class ReportCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--candidates",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Lists every place that looks like a known pattern, hot or not.")
  private boolean candidates;

  @Option(
      names = "--exports",
      paramLabel = "FORMATS",
      split = ",",
      description = "Exports each recording: collapsed, pprof, heatmap.")
  private List<String> exports = new ArrayList<>();

  @Override
  void run(Terminal terminal) throws GoalException {
    ReportGoal.run(project.withSources(judging.options(), terminal), candidates, exports);
  }
}

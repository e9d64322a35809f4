package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.CompareGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}. */
@CommandLine.Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what changed beyond noise between several runs of two sides.")
final class CompareCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--before",
      paramLabel = "FILES",
      split = ",",
      description = "The side before: evidence.json, or recordings and GC logs of several runs.")
  private List<String> before = new ArrayList<>();

  @Option(
      names = "--after",
      paramLabel = "FILES",
      split = ",",
      description = "The side after; without it, what report would read here.")
  private List<String> after = new ArrayList<>();

  @Option(
      names = "--fail-on-regression",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Fails (1) when a figure became worse beyond noise, or when nobody knows.")
  private boolean failOnRegression;

  @Option(
      names = "--tolerance",
      paramLabel = "RATIO",
      description = "Relative change that does not count; 0.1 by default.")
  private double tolerance = 0.1;

  @Option(
      names = "--load-ratio",
      paramLabel = "RATIO",
      description = "Load of the side after by that of the side before; 1 by default.")
  private double loadRatio = 1;

  @Option(
      names = "--policy",
      paramLabel = "FILES",
      description = "The policy by which both sides are judged; as for report.")
  private @Nullable String policy;

  @Override
  void run(Terminal terminal) throws GoalException {
    new CompareGoal(
            project.withSources(JudgeOptions.NONE.by(policy), terminal),
            new CompareGoal.Options(before, after, failOnRegression, tolerance, loadRatio))
        .run();
  }
}

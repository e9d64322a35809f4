package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.TuneGoal;
import io.github.rustfit.plugin.goal.TuneOptions;
import io.github.rustfit.plugin.goal.TuneVariants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tune}. */
@CommandLine.Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Finds by measurement which JVM and which options serve the program best: runs it under",
      "its load with a ladder of configurations, compares them pair by pair, and keeps that",
      "in rustfit/tuning.json."
    })
final class TuneCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      description = "Runs the program under its load; @{jvm} stands for options of its JVM.")
  private @Nullable String command;

  @Option(
      names = "--jvm-options",
      paramLabel = "OPTIONS",
      description = "Options with which the program runs at present, separated by blanks.")
  private @Nullable String jvmOptions;

  @Option(
      names = "--jdks",
      paramLabel = "FOLDERS",
      description = "Homes of JDKs, the present one first; those of this machine by default.")
  private @Nullable String jdks;

  @Option(
      names = "--work",
      paramLabel = "REGEX",
      description =
          "Its group is the number of units of work that a run did; or jfr:EVENT, each a unit.")
  private @Nullable String work;

  @Option(
      names = "--latency",
      paramLabel = "REGEX",
      description = "Its group is a latency in milliseconds.")
  private @Nullable String latency;

  @Option(
      names = "--ready",
      paramLabel = "REGEX",
      description = "What the program prints when it is of use.")
  private @Nullable String ready;

  @Option(
      names = "--aim",
      paramLabel = "AIM",
      description =
          "What is to be little: cpu (default), time, memory, latency, pauses or start-up.")
  private @Nullable String aim;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      description = "The most physical memory that a configuration may take, as 2g.")
  private @Nullable String maxMemory;

  @Option(
      names = "--max-latency",
      paramLabel = "MS",
      description = "The most latency that a configuration may have.")
  private @Nullable String maxLatency;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How many minutes all may take; 30 by default.")
  private int minutes = TuneOptions.MINUTES;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long a run lasts; by default the command ends by itself.")
  private int seconds;

  @Option(
      names = "--ladder",
      paramLabel = "PART",
      description = "What is tried: named (default) by the evidence, or all.")
  private @Nullable String ladder;

  @Option(
      names = "--variants",
      paramLabel = "NAME=CODE,…",
      description =
          "Other code to measure in the same rounds: a folder that was built, branch:… or patch:….")
  private @Nullable String variants;

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      description = "Builds the checkout of a branch or patch that --variants names.")
  private @Nullable String build;

  @Option(
      names = "--record",
      description = "Records each run with JFR as well, beside its log in target/rustfit-tune.")
  private boolean record;

  @Override
  void run(Terminal terminal) throws GoalException {
    new TuneGoal(
            project.withSources(judging.options(), terminal),
            new TuneOptions(
                command,
                jvmOptions,
                jdks,
                new TuneOptions.Counting(work, latency, ready),
                new TuneOptions.Goal(aim, maxMemory, maxLatency),
                new TuneOptions.Measuring(minutes, seconds, ladder, record),
                new TuneVariants(variants, build)))
        .run();
  }
}

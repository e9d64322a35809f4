package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.TrialGoal;
import io.github.rustfit.plugin.goal.TrialOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trial}. */
@CommandLine.Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tries a port of a component: begins it as starter does, builds it, compares what Java",
      "and Rust give, measures both in pairs of processes, and keeps that in rustfit/trials."
    })
final class TrialCommand extends Command {

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private PortOptions port = new PortOptions();

  @Option(
      names = "--captured",
      paramLabel = "PLACE",
      description = "File or folder with captured calls; arguments are made by default.")
  private @Nullable String captured;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Elements of made arrays; several lengths by default.")
  private int length;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long pairs may take together, once there are ten; 300 by default.")
  private int seconds = TrialOptions.SECONDS;

  @Option(
      names = "--warm-up",
      paramLabel = "MS",
      description = "Milliseconds that each process warms up; 2000 by default.")
  private int warmUp = TrialOptions.WARM_UP_MILLIS;

  @Option(
      names = "--time",
      paramLabel = "MS",
      description = "Milliseconds that each process then measures; 1500 by default.")
  private int time = TrialOptions.MILLIS;

  @Option(
      names = "--finished",
      description = "The port is as good as it gets, so a small gain speaks against Rust.")
  private boolean finished;

  @Option(
      names = "--variant",
      paramLabel = "CODE",
      description = "Other Java code for the same: Class#method, or a class path.")
  private @Nullable String variant;

  @Option(
      names = "--jvm-options",
      paramLabel = "OPTIONS",
      description = "Options of the JVMs that are measured, separated by blanks.")
  private @Nullable String jvmOptions;

  @Option(
      names = "--jdk",
      paramLabel = "FOLDER",
      description = "Home of the JDK that is measured; the one that runs this by default.")
  private @Nullable String jdk;

  @Option(
      names = "--take-back-below",
      paramLabel = "GAIN",
      description =
          "The gain below which the port is to be taken back; as agreed before, or 1, by default.")
  private double takeBackBelow;

  @Option(
      names = "--take-back-memory",
      paramLabel = "MIB",
      description = "MiB outside of the heap above which it is; no bound by default.")
  private long takeBackMemory;

  @Override
  void run(Terminal terminal) throws GoalException {
    new TrialGoal(
            project.withSources(judging.options(), terminal),
            port.component,
            port.entry,
            port.directory,
            port.body,
            new TrialOptions(
                captured,
                length,
                seconds,
                warmUp,
                time,
                finished,
                variant,
                jvmOptions,
                jdk,
                takeBackBelow,
                takeBackMemory))
        .run();
  }
}

package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.plugin.goal.TuneGoal;
import io.github.rustfit.plugin.goal.TuneOptions;
import io.github.rustfit.plugin.goal.TuneVariants;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds by measurement which JVM and which options serve the program best: runs it under its load
 * with a ladder of configurations, in rounds of random order, compares them pair by pair, and keeps
 * that in {@code rustfit/tuning.json}, where {@code report} and {@code check} find it.
 */
@Mojo(name = "tune", aggregator = true, threadSafe = true)
public final class TuneMojo extends AbstractAnalysisMojo {

  /**
   * The command that runs the program under its load, for the system's shell and in the root
   * project's folder: {@code @{jvm}} stands for the options of its JVM and {@code @{java}} for its
   * launcher. Without {@code @{jvm}} the options go into {@code JAVA_TOOL_OPTIONS}, for every JVM
   * that the command starts.
   */
  @Parameter(property = "rustfit.command")
  private @Nullable String command;

  /** Options with which the program runs at present, separated by blanks. */
  @Parameter(property = "rustfit.jvmOptions")
  private @Nullable String jvmOptions;

  /**
   * Homes of JDKs to try, separated by commas, the present one first. Without it, the one that runs
   * Maven and newer ones that are found on the machine.
   */
  @Parameter(property = "rustfit.jdks")
  private @Nullable String jdks;

  /**
   * A regular expression whose group is the number of units of work that a run did, as the command
   * prints it: {@code served ([0-9]+) requests}; the last place counts. Or {@code jfr:} and the
   * name of an event of the program's own, which each unit of work makes. Without it, every run
   * does the same work.
   */
  @Parameter(property = "rustfit.work")
  private @Nullable String work;

  /** A regular expression whose group is a latency in milliseconds, as the command prints it. */
  @Parameter(property = "rustfit.latency")
  private @Nullable String latency;

  /** A regular expression for what the program prints when it is of use. */
  @Parameter(property = "rustfit.ready")
  private @Nullable String ready;

  /**
   * What is to be little: {@code cpu}, {@code time}, {@code memory}, {@code latency}, {@code
   * pauses} or {@code start-up}.
   */
  @Parameter(property = "rustfit.aim", defaultValue = "cpu")
  private @Nullable String aim;

  /** The most physical memory that a configuration may take, as {@code 2g} or {@code 512m}. */
  @Parameter(property = "rustfit.maxMemory")
  private @Nullable String maxMemory;

  /** The most latency that a configuration may have, in milliseconds. */
  @Parameter(property = "rustfit.maxLatency")
  private @Nullable String maxLatency;

  /** How many minutes all may take. */
  @Parameter(property = "rustfit.minutes", defaultValue = "30")
  private int minutes;

  /**
   * How many seconds a run lasts, from when the program is ready, before it is asked to end; 0 for
   * a command that ends by itself.
   */
  @Parameter(property = "rustfit.seconds", defaultValue = "0")
  private int seconds;

  /**
   * Whether only what the evidence names is tried ({@code named}), or {@code all} of the ladder.
   */
  @Parameter(property = "rustfit.ladder", defaultValue = "named")
  private @Nullable String ladder;

  /**
   * Other code to measure in the same rounds, separated by commas: {@code name=folder} for another
   * checkout that was built, {@code name=branch:…} for a branch, tag or commit, {@code
   * name=patch:…} for a patch of the last commit; the command runs in that folder. Branches and
   * patches are checked out in {@code target/rustfit-tune} and built by {@code rustfit.build}.
   * {@code name=image:…} is an executable that needs no JVM, as of GraalVM's native-image; it takes
   * the place of what the command launches.
   */
  @Parameter(property = "rustfit.variants")
  private @Nullable String variants;

  /** The command that builds the checkout of a branch or patch, for the system's shell. */
  @Parameter(property = "rustfit.build")
  private @Nullable String build;

  /**
   * Whether each run records itself with JFR, beside the log of its collector in {@code
   * target/rustfit-tune}, so that {@code report} and {@code compare} can look at it.
   */
  @Parameter(property = "rustfit.record", defaultValue = "false")
  private boolean record;

  @Override
  void run(Setup setup) throws GoalException {
    new TuneGoal(
            setup,
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

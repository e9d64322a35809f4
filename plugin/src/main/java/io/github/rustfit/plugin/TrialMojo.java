package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.plugin.goal.TrialGoal;
import io.github.rustfit.plugin.goal.TrialOptions;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tries a port of one component: begins it as {@code starter} does, builds it, compares what Java
 * and Rust give, measures both in pairs of processes, and keeps what was measured in {@code
 * rustfit/trials}, where {@code report} and {@code check} find it. Compile the project before.
 */
@Mojo(name = "trial", aggregator = true, threadSafe = true)
public final class TrialMojo extends AbstractAnalysisMojo {

  /** The component to try, as the report names it. */
  @Parameter(property = "rustfit.component")
  private @Nullable String component;

  /**
   * The method to try, {@code Class#method}; where it is overloaded, with the types of its
   * parameters: {@code Class#method(long[],int)}. Without it, all methods of the boundary that the
   * report found and whose arguments cross as they are.
   */
  @Parameter(property = "rustfit.entry")
  private @Nullable String entry;

  /**
   * Where starters are, each component's in a folder of its own; relative paths start at the root
   * project.
   */
  @Parameter(property = "rustfit.starterDirectory", defaultValue = "rust")
  private @Nullable String starterDirectory;

  /**
   * What a body that is not there yet becomes: {@code port}, a straight port by machine where one
   * can be had, or {@code open}.
   */
  @Parameter(property = "rustfit.body", defaultValue = "port")
  private @Nullable String body;

  /**
   * File or folder with calls that {@code rustfit.capture} took from a real run; they are compared
   * and timed. Without it, arguments of several sizes are made, and which sizes occur is not known.
   */
  @Parameter(property = "rustfit.captured")
  private @Nullable String captured;

  /** How many elements the arrays of made arguments have; 0 for several lengths. */
  @Parameter(property = "rustfit.length", defaultValue = "0")
  private int length;

  /** How many seconds the pairs may take together, once there are ten. */
  @Parameter(property = "rustfit.seconds", defaultValue = "300")
  private int seconds;

  /** How many milliseconds each process warms up; more where a JIT compiler takes longer. */
  @Parameter(property = "rustfit.warmUp", defaultValue = "2000")
  private int warmUp;

  /** How many milliseconds each process then measures. */
  @Parameter(property = "rustfit.time", defaultValue = "1500")
  private int time;

  /**
   * Whether the port is as good as it gets. Only then does a gain that is too small speak against
   * Rust; a first try never does.
   */
  @Parameter(property = "rustfit.finished", defaultValue = "false")
  private boolean finished;

  /**
   * Other Java code for the same, which Rust is then compared with, too: a static method with the
   * same parameters and result ({@code Class#method}), the object before them where the method is
   * called on one, or folders and archives with other classes of the project, as a branch has them,
   * separated as in a class path.
   */
  @Parameter(property = "rustfit.variant")
  private @Nullable String variant;

  /** Options of the JVMs that are measured, as the program runs with them, separated by blanks. */
  @Parameter(property = "rustfit.jvmOptions")
  private @Nullable String jvmOptions;

  /** Home of the JDK that compiles and runs what is measured; the one that runs Maven without. */
  @Parameter(property = "rustfit.jdk")
  private @Nullable String jdk;

  /**
   * The gain below which the port is to be taken back, such as 1.2; {@code check} holds newer
   * trials and recordings against it. Without it, what was agreed before, or 1 for a port that is
   * faster.
   */
  @Parameter(property = "rustfit.takeBackBelow", defaultValue = "0")
  private double takeBackBelow;

  /** MiB of memory outside of the heap above which the port is to be taken back; 0 for no bound. */
  @Parameter(property = "rustfit.takeBackMemory", defaultValue = "0")
  private long takeBackMemory;

  @Override
  void run(Setup setup) throws GoalException {
    new TrialGoal(
            setup,
            component,
            entry,
            starterDirectory,
            body,
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

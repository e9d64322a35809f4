package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.tuning.Aim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is tuned, and how.
 *
 * @param code the program's command
 * @param options of its JVM at present
 * @param jdks first the present one, then the others to try
 * @param counting how its work is told
 * @param goal what counts
 * @param measuring how long
 * @param variants other code to measure in the same rounds, as of branches
 * @param work an empty folder for what runs write
 */
public record TunePlan(
    Code code,
    List<String> options,
    List<Jdk> jdks,
    Counting counting,
    Goal goal,
    Measuring measuring,
    List<Code> variants,
    Path work) {

  /**
   * A command and where it runs.
   *
   * @param name short; empty for the program as it is
   * @param command for the system's shell, with {@code @{jvm}} where options of the JVM go and
   *     {@code @{java}} for its launcher
   * @param folder it runs in
   * @param image an executable of the program that needs no JVM, as of GraalVM's native-image; it
   *     takes the place of what the command launches. Empty for a JVM.
   */
  public record Code(String name, String command, Path folder, Optional<Path> image) {}

  /**
   * How work and time are told from what the program says.
   *
   * @param work a number of units of work, group 1, in the last place where it is found; empty for
   *     a program whose every run does the same
   * @param event the name of a JFR event that each unit of work makes; empty for none
   * @param latency a latency in milliseconds, group 1, likewise
   * @param ready what it says when it is of use
   */
  public record Counting(
      Optional<Pattern> work,
      Optional<String> event,
      Optional<Pattern> latency,
      Optional<Pattern> ready) {}

  /**
   * What counts, and what must be kept.
   *
   * @param aim what is to be little
   * @param maxResidentBytes most physical memory; {@link Long#MAX_VALUE} without a bound
   * @param maxLatencyMillis most latency; infinite without a bound
   */
  public record Goal(Aim aim, long maxResidentBytes, double maxLatencyMillis) {}

  /**
   * How long it may take.
   *
   * @param budget for all
   * @param limit for a run; empty for five times the first one
   * @param runs how long the program runs before it is asked to end; empty for one that ends
   * @param all whether what the evidence does not name is tried as well
   * @param recorded whether each JVM records itself
   */
  public record Measuring(
      Duration budget,
      Optional<Duration> limit,
      Optional<Duration> runs,
      boolean all,
      boolean recorded) {}

  public TunePlan {
    options = List.copyOf(options);
    jdks = List.copyOf(jdks);
    variants = List.copyOf(variants);
  }

  /** The same with other code to measure. */
  public TunePlan with(List<Code> others) {
    return new TunePlan(code, options, jdks, counting, goal, measuring, others, work);
  }
}

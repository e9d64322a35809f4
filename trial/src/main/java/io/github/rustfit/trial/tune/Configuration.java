package io.github.rustfit.trial.tune;

import java.util.List;
import java.util.Optional;

/**
 * A way to run the program.
 *
 * @param name short, as the result shows it; no other has it
 * @param jdk what runs it
 * @param options of its JVM, all of them
 * @param why what makes it worth a try, in a sentence; empty for the present configuration
 * @param training options of a run before, which makes what the options use; empty for none
 * @param code another command, as of a branch; empty for the program's own
 */
public record Configuration(
    String name,
    Jdk jdk,
    List<String> options,
    String why,
    List<String> training,
    Optional<TunePlan.Code> code) {

  public Configuration {
    options = List.copyOf(options);
    training = List.copyOf(training);
  }

  /** Whether both run the same in the same way. */
  boolean same(Configuration other) {
    return jdk.equals(other.jdk) && options.equals(other.options) && code.equals(other.code);
  }
}

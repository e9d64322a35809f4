package io.github.rustfit.trial.tune;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A way to run the program.
 *
 * @param name short, as the result shows it; no other has it
 * @param jdk what runs it
 * @param options of its JVM, all of them
 * @param why what makes it worth a try, in a sentence; empty for the present configuration
 * @param training how a run before makes what the options use; empty for none
 * @param code another command, as of a branch; empty for the program's own
 */
public record Configuration(
    String name,
    Jdk jdk,
    List<String> options,
    String why,
    Optional<Training> training,
    Optional<TunePlan.Code> code) {

  /** The name of the present one. */
  static final String PRESENT = "present";

  /**
   * A run that makes a file which later runs use.
   *
   * @param options of its JVM
   * @param file that it makes
   */
  public record Training(List<String> options, Path file) {

    public Training {
      options = List.copyOf(options);
    }
  }

  public Configuration {
    options = List.copyOf(options);
  }

  /** Whether it is the one that others are compared with. */
  boolean isPresent() {
    return name.equals(PRESENT);
  }

  /** Whether it runs an executable and no JVM. */
  boolean isImage() {
    return code.flatMap(TunePlan.Code::image).isPresent();
  }

  /** Whether both run the same in the same way. */
  boolean same(Configuration other) {
    return jdk.equals(other.jdk) && options.equals(other.options) && code.equals(other.code);
  }

  /** Whether both change the same of a third. */
  boolean setsTheSame(Configuration other, Configuration on) {
    List<String> changes = other.changes(on).stream().map(Options::key).toList();
    return changes(on).stream().map(Options::key).anyMatch(changes::contains);
  }

  /** Options that another does not have. */
  List<String> changes(Configuration on) {
    return options.stream().filter(one -> !on.options.contains(one)).toList();
  }
}

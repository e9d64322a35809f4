package io.github.rustfit.rules.evidence.tuning;

import io.github.rustfit.rules.evidence.trial.Gain;
import java.util.List;
import java.util.Optional;

/**
 * One way to run the program, and what it was found to take.
 *
 * @param name short; no other of the same tuning has it
 * @param jdk version of its JVM; empty for an executable that needs none
 * @param collector its collector, as the JVM's log names it; empty where there was no log
 * @param options of its JVM
 * @param code name of other code that it ran, as of a branch; empty for the present code
 * @param why what made it worth a try
 * @param result what the comparison with the present configuration says
 * @param gain what the present configuration takes over what this takes; above 1 it is better.
 *     Empty while too few runs tell.
 * @param cost what it took
 * @param said why it failed or is out; empty otherwise
 */
public record TunedConfiguration(
    String name,
    String jdk,
    String collector,
    List<String> options,
    String code,
    String why,
    Result result,
    Optional<Gain> gain,
    TuningCost cost,
    String said) {

  /** What a comparison says. */
  public enum Result {
    /** It is the present one, which others are compared with. */
    PRESENT,
    /** It is the present one under another name: what differs is noise. */
    AGAIN,
    /** It takes less, beyond noise. */
    BETTER,
    /** It takes about the same: less than 3 % lie between them, beyond noise. */
    SAME,
    /** It takes more, beyond noise. */
    WORSE,
    /** Its runs do not tell. */
    OPEN,
    /** It takes more of something else than was allowed. */
    OUT_OF_BOUNDS,
    /** It did not run to its end. */
    FAILED
  }

  public TunedConfiguration {
    options = List.copyOf(options);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a configuration without a name");
    }
  }

  /** Whether a JVM runs it; without one it is an executable that was compiled ahead of time. */
  public boolean needsJvm() {
    return !jdk.isEmpty();
  }
}

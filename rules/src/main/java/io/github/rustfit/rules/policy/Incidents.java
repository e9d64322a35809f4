package io.github.rustfit.rules.policy;

import java.util.OptionalInt;

/**
 * Incidents of the kinds that Rust's compiler refuses, as people count them.
 *
 * @param months how far back they were counted
 * @param dataRaces incidents traced to unsynchronised shared state; empty when not declared
 * @param memorySafety incidents traced to native memory, JNI or reference counts; empty when not
 *     declared
 */
public record Incidents(int months, OptionalInt dataRaces, OptionalInt memorySafety) {

  public Incidents {
    if (months < 1 || dataRaces.orElse(0) < 0 || memorySafety.orElse(0) < 0) {
      throw new IllegalArgumentException(
          dataRaces + " and " + memorySafety + " incidents in " + months + " months");
    }
  }

  /** Nobody declared anything. */
  public static final Incidents NOT_DECLARED =
      new Incidents(24, OptionalInt.empty(), OptionalInt.empty());
}

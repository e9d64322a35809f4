package io.github.rustfit.rules.evidence.trial;

/**
 * What a port was measured on.
 *
 * @param cpu the processor's name; empty where the system does not tell
 * @param processors how many the JVM could use
 * @param system operating system and architecture
 * @param jdk version of the Java runtime
 * @param rustc version of the compiler of Rust
 * @param technique how Java called Rust
 */
public record TrialMachine(
    String cpu, int processors, String system, String jdk, String rustc, String technique) {

  public TrialMachine {
    if (processors < 1) {
      throw new IllegalArgumentException(processors + " processors");
    }
  }
}

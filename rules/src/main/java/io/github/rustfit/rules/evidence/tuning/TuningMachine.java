package io.github.rustfit.rules.evidence.tuning;

/**
 * What configurations were measured on.
 *
 * @param cpu the processor's name; empty where the system does not tell
 * @param processors how many the JVM could use
 * @param memoryBytes physical memory, or the container's limit; 0 where the system does not tell
 * @param system operating system and architecture
 */
public record TuningMachine(String cpu, int processors, long memoryBytes, String system) {

  public TuningMachine {
    if (processors < 1 || memoryBytes < 0) {
      throw new IllegalArgumentException(processors + " processors, " + memoryBytes + " bytes");
    }
  }
}

package io.github.rustfit.trial.process;

/**
 * What a process took.
 *
 * @param cpuNanos CPU time, user and system, as it was last seen
 * @param residentBytes the most physical memory it had; 0 where the system does not tell
 */
public record Usage(long cpuNanos, long residentBytes) {

  /** Both, each at its larger value: a process that was seen twice. */
  Usage later(Usage other) {
    return new Usage(
        Math.max(cpuNanos, other.cpuNanos), Math.max(residentBytes, other.residentBytes));
  }
}

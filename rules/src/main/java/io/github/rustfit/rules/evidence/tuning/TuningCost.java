package io.github.rustfit.rules.evidence.tuning;

/**
 * What a configuration took: medians over its runs.
 *
 * @param runs how many
 * @param cpuNanos CPU time for a unit of work
 * @param wallNanos time by the clock for a unit of work
 * @param residentBytes most physical memory; 0 where the system does not tell
 * @param latencyMicros latency as the load told it; 0 for none
 * @param startUpNanos time until the program was of use; 0 where that is not told
 * @param longestPauseNanos longest pause of the collector; 0 without one, or without a log
 */
public record TuningCost(
    int runs,
    long cpuNanos,
    long wallNanos,
    long residentBytes,
    long latencyMicros,
    long startUpNanos,
    long longestPauseNanos) {

  /** Of a configuration that never ran to its end. */
  public static final TuningCost NONE = new TuningCost(0, 0, 0, 0, 0, 0, 0);

  public TuningCost {
    if (runs < 0
        || cpuNanos < 0
        || wallNanos < 0
        || residentBytes < 0
        || latencyMicros < 0
        || startUpNanos < 0
        || longestPauseNanos < 0) {
      throw new IllegalArgumentException(runs + " runs, " + cpuNanos + " ns, " + wallNanos + " ns");
    }
  }

  /** What counts, in the unit of its component; 0 where it is not known. */
  public long of(Aim aim) {
    return switch (aim) {
      case CPU -> cpuNanos;
      case TIME -> wallNanos;
      case MEMORY -> residentBytes;
      case LATENCY -> latencyMicros;
      case PAUSES -> longestPauseNanos;
      case START_UP -> startUpNanos;
    };
  }
}

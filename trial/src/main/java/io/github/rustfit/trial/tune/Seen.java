package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;

/**
 * What a run took.
 *
 * @param work units of work
 * @param cpuNanos CPU time of the program's JVMs for a unit of work
 * @param wallNanos time by the clock for a unit of work
 * @param residentBytes the most physical memory of the program's JVMs; 0 if unknown
 * @param latencyMicros as the load told it; 0 for none
 * @param startUpNanos until the program was of use; 0 where that is not told
 * @param othersBusy processors that others kept busy, on average
 * @param log what the JVM's log says
 */
record Seen(
    double work,
    double cpuNanos,
    double wallNanos,
    double residentBytes,
    double latencyMicros,
    double startUpNanos,
    double othersBusy,
    GcSummary log) {

  /** What a run counts that had no pause at all, in nanoseconds. */
  private static final double SHORTEST = 1e3;

  /** What counts; 0 where it is not known. */
  double of(Aim aim) {
    return switch (aim) {
      case CPU -> cpuNanos;
      case TIME -> wallNanos;
      case MEMORY -> residentBytes;
      case LATENCY -> latencyMicros;
      case PAUSES -> log.collectors().isEmpty() ? 0 : Math.max(SHORTEST, log.pauses().maxNanos());
      case START_UP -> startUpNanos;
    };
  }
}

package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;
import java.util.Set;

/**
 * What decides which configurations are worth a try.
 *
 * @param aim what counts
 * @param log of a run of the present configuration
 * @param collectorShare part of the program's CPU time that the collector's pauses took, by the
 *     log; negative where it does not say
 * @param rules ids of the rules of which the report has findings of the process
 * @param processors how many a JVM can use
 * @param memoryBytes physical memory, or the container's limit; 0 if unknown
 * @param all whether to try what nothing names, too
 */
record Facts(
    Aim aim,
    GcSummary log,
    double collectorShare,
    Set<String> rules,
    int processors,
    long memoryBytes,
    boolean all) {

  /** Whether a finding of one of these rules is in the report. */
  boolean named(String... ids) {
    for (String id : ids) {
      if (rules.contains(id)) {
        return true;
      }
    }
    return false;
  }

  /** The collector that ran; empty if unknown. */
  String collector() {
    return log.collectors().size() == 1 ? log.collectors().first() : "";
  }
}

package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.GcSeries;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The runs that evidence holds: each recording that counts is one, and each GC log, of which the
 * parts that rotation made are one together. A log that several JVMs wrote one after the other
 * counts as one run: too few runs claim too little, never too much.
 *
 * @param profiles what each recording says
 * @param logs what the log of each run says
 * @param recorded what the GC events of each recording say
 */
public record RecordedRuns(
    List<ProfileSummary> profiles, List<GcSummary> logs, List<GcSummary> recorded) {

  public RecordedRuns {
    profiles = List.copyOf(profiles);
    logs = List.copyOf(logs);
    recorded = List.copyOf(recorded);
  }

  /** The runs of this evidence. */
  public static RecordedRuns of(Evidence evidence) {
    return new RecordedRuns(
        List.copyOf(evidence.overlap().counted(evidence.profiles()).values()),
        logs(evidence),
        List.copyOf(evidence.countedGcs().values()));
  }

  private static List<GcSummary> logs(Evidence evidence) {
    SortedMap<String, GcSummary> counted = evidence.gcOverlap().counted();
    List<GcSummary> logs = new ArrayList<>();
    for (SortedSet<String> run :
        GcSeries.of(evidence.inputs(), counted, evidence.gcRuns()).runs()) {
      SortedMap<String, GcSummary> parts = new TreeMap<>(counted);
      parts.keySet().retainAll(run);
      logs.add(
          GcSeries.of(evidence.inputs(), parts, evidence.gcRuns())
              .across(parts.values().stream().reduce(GcSummary.EMPTY, GcSummary::merge)));
    }
    return logs;
  }

  /** How many runs there are: recordings, or logs without any. */
  public int count() {
    return profiles.isEmpty() ? logs.size() : profiles.size();
  }
}

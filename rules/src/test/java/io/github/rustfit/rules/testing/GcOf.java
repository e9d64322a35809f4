package io.github.rustfit.rules.testing;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hand-made GC logs of ten minutes with 100 pauses of 10 ms, and details on top. */
public final class GcOf {

  private GcOf() {}

  /** A plain log, which leaves all details unknown. */
  public static GcSummary log(String collector) {
    return Given.gc(collector, 600, 100, 10 * MILLI).with(GcDetails.UNKNOWN);
  }

  /** So many of the 100 pauses have this cause. */
  public static GcSummary cause(String collector, String cause, int pauses) {
    Map<String, PauseTotal> causes = new TreeMap<>();
    if (pauses > 0) {
      causes.put(cause, new PauseTotal(pauses, pauses * 10 * MILLI, 10 * MILLI));
    }
    causes.put("Other", new PauseTotal(100 - pauses, (100 - pauses) * 10 * MILLI, 10 * MILLI));
    return Given.causes(log(collector), causes);
  }

  /** A log that would have told of this incident, and did so many times. */
  public static GcSummary incident(String collector, GcIncident incident, long times) {
    TreeMap<GcIncident, Tally> counts = new TreeMap<>();
    counts.put(incident, new Tally(times, 600 * SECOND));
    GcIncidents incidents =
        new GcIncidents(counts, new TreeMap<>(), PauseTotal.NONE, 0, PauseTotal.NONE);
    return log(collector).with(GcDetails.builder().incidents(incidents).build());
  }

  /** A log of G1 with the CPU times of its pauses. */
  public static GcSummary cpu(GcCpuTimes times) {
    return log("G1").with(GcDetails.builder().cpu(times).build());
  }

  /** A log that tells of machine and options. */
  public static GcSummary setup(String collector, GcSetup setup) {
    return log(collector).with(GcDetails.builder().setup(setup).build());
  }

  /** A machine as a JVM sees it. */
  public static GcSetup machine(int cpus, long memoryMiB, String... flags) {
    return new GcSetup(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(List.of(cpus)),
        new TreeSet<>(List.of(memoryMiB << 20)),
        new TreeSet<>(List.of(flags)));
  }
}

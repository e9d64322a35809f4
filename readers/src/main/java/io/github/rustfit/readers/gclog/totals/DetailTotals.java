package io.github.rustfit.readers.gclog.totals;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.util.TreeMap;

/** Adds up the details of the runs in one log. Not thread-safe. */
public final class DetailTotals {

  private static final GcIncident[] INCIDENTS = GcIncident.values();

  private final NamedTotals kinds = new NamedTotals();
  private final NamedTotals fullCauses = new NamedTotals();
  private final NamedTotals concurrent = new NamedTotals();
  private final NamedTotals operations = new NamedTotals();
  private final NamedTotals stalls = new NamedTotals();
  private final NanosHistogram stopped = new NanosHistogram();
  private final NanosHistogram reaching = new NanosHistogram();
  private final SetupSets setup = new SetupSets();
  private final long[] incidents = new long[INCIDENTS.length];
  private final long[] incidentsOver = new long[INCIDENTS.length];
  private long cpuPauses;
  private long user;
  private long system;
  private long real;
  private long starved;
  private long systemHeavy;
  private long humongousRegions = GcIncidents.NOT_PRINTED;
  private long promoted;
  private long promotedOver;
  private long safepointsOver;
  private MutatorUtilisation utilisation = MutatorUtilisation.UNKNOWN;
  private GcRuns runs = GcRuns.NONE;
  private int run;

  /** How the JVMs were set up. */
  public SetupSets setup() {
    return setup;
  }

  void pause(String kind, long nanos) {
    kinds.add(kind, nanos);
  }

  void full(String cause, long nanos) {
    fullCauses.add(cause, nanos);
  }

  /** Adds a cycle or a phase that ran beside the application, in nanoseconds. */
  public void concurrent(String name, long nanos) {
    concurrent.add(name, nanos);
  }

  /** Adds how long a thread waited for memory, in nanoseconds. */
  public void stall(long nanos) {
    stalls.add("", nanos);
  }

  /** Adds the times of a pause, in nanoseconds. */
  public void cpu(long pauseUser, long pauseSystem, long pauseReal) {
    cpuPauses++;
    user = plus(user, pauseUser);
    system = plus(system, pauseSystem);
    real = plus(real, pauseReal);
    starved += GcCpuTimes.starved(pauseUser, pauseSystem, pauseReal) ? 1 : 0;
    systemHeavy += GcCpuTimes.systemHeavy(pauseUser, pauseSystem) ? 1 : 0;
  }

  /** Sees how many regions large objects took up. */
  public void humongousRegions(long regions) {
    humongousRegions = Math.max(humongousRegions, regions);
  }

  /** Adds a safepoint: how long threads were stopped, in nanoseconds. */
  void safepoint(long nanos) {
    stopped.add(nanos);
  }

  /** Adds the time until the last thread stood still, in nanoseconds. */
  void reached(long nanos) {
    reaching.add(nanos);
  }

  /** Adds what asked for a safepoint. */
  void operation(String name, long nanos) {
    operations.add(name, nanos);
  }

  /**
   * Adds what a run leaves when it is over.
   *
   * @param over how long it was observed, in nanoseconds; above 0
   */
  void add(GcRun ended, long over) {
    RunRecorder recorder = ended.recorder();
    for (GcIncident incident : INCIDENTS) {
      long count = recorder.counted(incident);
      if (count > 0 || ended.tells().contains(incident)) {
        incidents[incident.ordinal()] += count;
        incidentsOver[incident.ordinal()] = plus(incidentsOver[incident.ordinal()], over);
      }
    }
    if (recorder.promotionKnown()) {
      promoted = plus(promoted, recorder.promoted());
      promotedOver = plus(promotedOver, ended.nanos());
    }
    safepointsOver = plus(safepointsOver, recorder.safepointsKnown() ? over : 0);
    utilisation = utilisation.merge(recorder.utilisation(ended));
    runs = runs.merge(GcRuns.of(recorder.history(++run, ended)));
  }

  GcDetails details() {
    return GcDetails.builder()
        .kinds(kinds.sorted())
        .concurrent(concurrent.sorted())
        .incidents(incidents())
        .safepoints(
            new SafepointTotals(
                safepointsOver, stopped.histogram(), reaching.histogram(), operations.sorted()))
        .cpu(new GcCpuTimes(cpuPauses, user, system, real, starved, systemHeavy))
        .metaspace(setup.metaspace())
        .promotion(promotedOver > 0 ? new Tally(promoted, promotedOver) : Tally.UNKNOWN)
        .utilisation(utilisation)
        .setup(setup.setup())
        .runs(runs)
        .build();
  }

  private GcIncidents incidents() {
    TreeMap<GcIncident, Tally> counts = new TreeMap<>();
    for (GcIncident incident : INCIDENTS) {
      if (incidentsOver[incident.ordinal()] > 0) {
        counts.put(
            incident, new Tally(incidents[incident.ordinal()], incidentsOver[incident.ordinal()]));
      }
    }
    return new GcIncidents(counts, fullCauses.sorted(), stalls.total(), humongousRegions);
  }

  private static long plus(long a, long b) {
    return Math.min(GcTotals.MOST, a + Math.min(GcTotals.MOST, b));
  }
}

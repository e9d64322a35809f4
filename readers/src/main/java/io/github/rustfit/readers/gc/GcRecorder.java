package io.github.rustfit.readers.gc;

import io.github.rustfit.readers.jvm.JvmVersion;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up what one log or recording says of its JVMs' collections. Not thread-safe. */
public final class GcRecorder {

  /** Sums stay below, whatever a hostile source says, so that summaries can be merged. */
  static final long MOST = Long.MAX_VALUE / 64;

  final DurationHistogram pauses = new DurationHistogram();
  final NamedTotals causes = new NamedTotals();
  final NamedTotals kinds = new NamedTotals();
  final NamedTotals fullCauses = new NamedTotals();
  final NamedTotals concurrent = new NamedTotals();
  final NamedTotals stalls = new NamedTotals();
  final NamedTotals lockerWaits = new NamedTotals();
  final DurationHistogram stopped = new DurationHistogram();
  final DurationHistogram reaching = new DurationHistogram();
  final NamedTotals operations = new NamedTotals();
  final TallySum allocation = new TallySum();
  final TallySum cpu = new TallySum();
  final TallySum promotion = new TallySum();
  final TallySum promotedRegions = new TallySum();
  final Map<GcIncident, TallySum> incidents = new EnumMap<>(GcIncident.class);
  final TreeSet<String> collectors = new TreeSet<>();
  final SetupSets setup = new SetupSets();
  private final CpuTimesSum cpuTimes = new CpuTimesSum();
  private final TreeSet<String> versions = new TreeSet<>();
  private MutatorUtilisation utilisation = MutatorUtilisation.UNKNOWN;
  private GcRuns runs = GcRuns.NONE;
  private @Nullable GcRunPart first;
  private @Nullable GcRunPart last;
  private long wallNanos;
  private long pauseObserved;
  private long safepointsOver;
  private long maxHeap;
  private long live;
  private int ended;
  long collections;
  long full;
  long humongousRegions = GcIncidents.NOT_PRINTED;

  /** Begins the next run of a JVM; the one before must have ended. */
  public RunRecorder begin() {
    return new RunRecorder(this);
  }

  /** Adds the version that a JVM says of itself. */
  public void version(String version) {
    String cut = JvmVersion.of(version);
    if (!cut.isEmpty()) {
      versions.add(cut);
    }
  }

  /** CPU time against elapsed time of one pause, in nanoseconds. */
  void times(long user, long system, long real) {
    cpuTimes.add(user, system, real);
  }

  /** Adds a stretch of time, as far as sums go, and answers how much of it, in nanoseconds. */
  long cover(long nanos, boolean pausesKnown) {
    long span = Math.min(nanos, MOST - wallNanos);
    wallNanos += span;
    pauseObserved += pausesKnown ? span : 0;
    return span;
  }

  void safepointsOver(long nanos) {
    safepointsOver = TallySum.plus(safepointsOver, nanos);
  }

  /** Takes what a run leaves when it is over; sizes in bytes. */
  void end(RunHistory.Builder run, String collector, long nanos, long limit, long largestLive) {
    maxHeap = Math.max(maxHeap, limit);
    live = Math.max(live, largestLive);
    runs = runs.merge(GcRuns.of(run.build(++ended, collector, nanos, limit)));
  }

  void least(MutatorUtilisation ofRun) {
    utilisation = utilisation.merge(ofRun);
  }

  void part(GcRunPart part) {
    first = first == null ? part : first;
    last = part;
  }

  /** The first and the last run that had times, once when they are one. */
  public List<GcRunPart> runs() {
    if (first == null || last == null) {
      return List.of();
    }
    return first == last ? List.of(first) : List.of(first, last);
  }

  /** Whether any run that has ended covers any time. */
  public boolean timed() {
    return wallNanos > 0;
  }

  /**
   * All runs that have ended. Without any time stamp the only time that a source proves is that of
   * its pauses, so that is then the time covered, and everything that needs a rate stays unknown.
   */
  public GcSummary summary() {
    // Time stamps are rounded to milliseconds, so a log of one pause may seem shorter than it.
    long observed =
        pauses.count() == 0
            ? pauseObserved
            // A pause of 0.0 ms was watched as well.
            : Math.max(1, Math.max(timed() ? pauses.max() : pauses.total(), pauseObserved));
    return new GcSummary(
        new GcSummary.Jvms(collectors, versions),
        new GcSummary.Time(Math.max(wallNanos, observed), observed),
        pauses.histogram(),
        causes.sorted(),
        new GcSummary.Count(collections, full),
        allocation.tally(),
        cpu.tally(),
        new GcSummary.Heap(maxHeap, live),
        details());
  }

  private GcDetails details() {
    return GcDetails.builder()
        .kinds(kinds.sorted())
        .concurrent(concurrent.sorted())
        .incidents(incidents())
        .safepoints(
            new SafepointTotals(
                safepointsOver, stopped.histogram(), reaching.histogram(), operations.sorted()))
        .cpu(cpuTimes.times())
        .metaspace(setup.metaspace())
        .promotion(promotion.tally())
        .promotedRegions(promotedRegions.tally())
        .utilisation(utilisation)
        .setup(setup.setup())
        .runs(runs)
        .build();
  }

  private GcIncidents incidents() {
    TreeMap<GcIncident, Tally> counts = new TreeMap<>();
    incidents.forEach((incident, sum) -> counts.put(incident, sum.tally()));
    return new GcIncidents(
        counts, fullCauses.sorted(), stalls.total(), humongousRegions, lockerWaits.total());
  }
}

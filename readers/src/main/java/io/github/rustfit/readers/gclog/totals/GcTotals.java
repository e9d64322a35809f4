package io.github.rustfit.readers.gclog.totals;

import io.github.rustfit.readers.jvm.JvmVersion;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up what the runs in one log have said. Not thread-safe. */
public final class GcTotals {

  /** Sums stay below, whatever a hostile log says, so that summaries can be merged. */
  static final long MOST = Long.MAX_VALUE / 64;

  /** No pause is longer, in nanoseconds. */
  static final long LONGEST = 366L * 24 * 3600 * 1_000_000_000L;

  private final TreeSet<String> collectors = new TreeSet<>();
  private final TreeSet<String> versions = new TreeSet<>();
  private final NanosHistogram pauses = new NanosHistogram();
  private final NamedTotals causes = new NamedTotals();
  private final DetailTotals details = new DetailTotals();
  private @Nullable GcRunPart firstRun;
  private @Nullable GcRunPart lastRun;
  private long runPauseNanos;
  private long wallNanos;
  private long pauseObserved;
  private long collections;
  private long full;
  private long allocated;
  private long allocatedOver;
  private long cpu;
  private long cpuOver;
  private long maxHeap;
  private long live;

  /** Adds the version that a JVM says of itself. */
  public void version(String version) {
    String cut = JvmVersion.of(version);
    if (!cut.isEmpty()) {
      versions.add(cut);
    }
  }

  /** What is beyond pauses. */
  public DetailTotals details() {
    return details;
  }

  /**
   * Adds a pause.
   *
   * @param kind what it is
   * @return false when no log can hold that much pause time
   */
  public boolean pause(String kind, String cause, long nanos) {
    if (!pauses.add(nanos)) {
      return false;
    }
    causes.add(cause, nanos);
    details.pause(kind, nanos);
    runPauseNanos += nanos;
    return true;
  }

  /** Counts a stop-the-world collection of the whole heap. */
  public void fullCollection(String cause, long nanos) {
    full++;
    details.full(cause, nanos);
  }

  /** Adds CPU time of the collector, user and system, in nanoseconds. */
  public void gcCpu(long nanos) {
    cpu = Math.min(MOST, cpu + Math.min(MOST, nanos));
  }

  /** Adds the figures that a run leaves when it is over. */
  public void add(GcRun run) {
    String name = run.collectorName();
    if (name != null) {
      collectors.add(name);
    }
    long span = Math.min(run.nanos(), MOST - wallNanos);
    wallNanos += span;
    pauseObserved += run.pausesKnown() ? span : 0;
    collections += run.collections();
    if (span > 0 && run.heap().allocationKnown()) {
      allocated = Math.min(MOST, allocated + run.heap().allocated());
      allocatedOver += span;
    }
    cpuOver += run.gcCpuSeen() ? span : 0;
    maxHeap = Math.max(maxHeap, run.maxHeap());
    live = Math.max(live, run.heap().largestLive());
    details.add(run, Math.max(1, Math.max(span, runPauseNanos)));
    runPauseNanos = 0;
    GcRunPart part = run.part();
    if (part != null) {
      firstRun = firstRun == null ? part : firstRun;
      lastRun = part;
    }
  }

  /** The first and the last run that had times, once when they are one. */
  public List<GcRunPart> runs() {
    if (firstRun == null || lastRun == null) {
      return List.of();
    }
    return firstRun == lastRun ? List.of(firstRun) : List.of(firstRun, lastRun);
  }

  /** Whether any line had a time. */
  public boolean timed() {
    return wallNanos > 0;
  }

  /**
   * All of it. Without any time stamp the only time that the log proves is that of its pauses, so
   * that is then the time covered, and everything that needs a rate stays unknown.
   */
  public GcSummary summary() {
    // Time stamps are rounded to milliseconds, so a log of one pause may seem shorter than it.
    long observed =
        pauses.count() == 0
            ? pauseObserved
            : Math.max(timed() ? pauses.max() : pauses.total(), pauseObserved);
    return new GcSummary(
        collectors,
        versions,
        Math.max(wallNanos, observed),
        observed,
        pauses.histogram(),
        causes.sorted(),
        collections,
        full,
        allocatedOver > 0 ? new Tally(allocated, allocatedOver) : Tally.UNKNOWN,
        cpuOver > 0 ? new Tally(cpu, cpuOver) : Tally.UNKNOWN,
        maxHeap,
        live,
        details.details());
  }
}
